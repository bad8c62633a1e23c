//! Every assumption of the model in one place, with its unit, its reason and its source where there is one.
//! `docs/model.md` tells the same in plain words; a test holds the two together. The locales say each in one
//! sentence: `assume.<name>`.

use super::named::named;

/// What an assumption is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Minutes around the clock.
    Minutes,
    /// Minutes of people's work, on weekdays from nine to five.
    WorkMinutes,
    /// Days around the clock.
    Days,
    /// Basis points: 10,000 are a whole.
    BasisPoints,
    /// A number of things.
    Count,
}

impl Unit {
    /// Its name in `docs/model.md`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Minutes => "min",
            Self::WorkMinutes => "work min",
            Self::Days => "days",
            Self::BasisPoints => "bp",
            Self::Count => "count",
        }
    }
}

/// Where an assumption is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nowhere: it is chosen so that a cause can be seen.
    Invented,
    /// A publication, with the year in which it said so.
    Published(&'static str, u16),
}

named! {
    /// What an assumption is about: the stations of the journey, then what is told beside it.
    Part {
        /// A wish is heard.
        Need = "need",
        /// The plan passes four hands.
        Spec = "spec",
        /// The change is written.
        Code = "code",
        /// The gates and the trial.
        Ci = "ci",
        /// The docks and their boats.
        Container = "container",
        /// Who presses the button, and the crossing.
        Release = "release",
        /// The tower, the customers, the drill and the promise.
        Operate = "operate",
        /// A year in two harbours.
        Year = "year",
        /// Who holds the keys.
        Keys = "keys",
        /// The crew.
        Crew = "crew",
    }
}

/// One assumption, to be listed and to be moved.
#[derive(Clone, Copy)]
pub struct Assumption {
    /// What it is about.
    pub part: Part,
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: u64,
    /// What it is counted in.
    pub unit: Unit,
    /// Where it is from.
    pub source: Source,
    /// Where it stands among all.
    pub field: fn(&mut Assumptions) -> &mut u64,
}

macro_rules! assumptions {
    ($([$part:ident] $($(#[doc = $doc:literal])+ $name:ident = $value:literal $unit:ident, $source:expr;)+)+) => {
        /// What the model takes for granted. The story is told with the standard ones; a year can be told with others,
        /// to see what hangs on them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Assumptions {
            $($($(#[doc = $doc])+ pub $name: u64,)+)+
        }

        impl Assumptions {
            /// The assumptions of every story.
            pub const STANDARD: Self = Self { $($($name: $value,)+)+ };

            /// All of them, one by one, part by part.
            pub const LIST: &[Assumption] = &[$($(Assumption {
                part: Part::$part,
                name: stringify!($name),
                value: $value,
                unit: Unit::$unit,
                source: $source,
                field: |all| &mut all.$name,
            },)+)+];
        }
    };
}

use Source::{Invented, Published};

assumptions! {
    [Need]
    /// Hearing a wish and agreeing that it is worth a plan: at least.
    need_work_least = 240 WorkMinutes, Invented;
    /// Hearing a wish and agreeing that it is worth a plan: at most.
    need_work_most = 960 WorkMinutes, Invented;

    [Spec]
    /// How long each of the four hands keeps the plan: at least.
    hand_work_least = 120 WorkMinutes, Invented;
    /// How long each of the four hands keeps the plan: at most.
    hand_work_most = 480 WorkMinutes, Invented;
    /// What talking in shared words costs each hand.
    talk_work = 30 WorkMinutes, Invented;
    /// How often a hand improves the plan, and says so.
    improved = 3_000 BasisPoints, Invented;
    /// How often a hand changes what was meant, unnoticed, when all use the same words.
    misread_shared = 100 BasisPoints, Invented;
    /// How often a hand changes what was meant, unnoticed, when each trade has words of its own.
    misread_own = 1_500 BasisPoints, Invented;

    [Code]
    /// Writing the change: at least. A small change, as DevOps asks for.
    code_work_least = 480 WorkMinutes, Invented;
    /// Writing the change: at most.
    code_work_most = 1_440 WorkMinutes, Invented;
    /// Mending what somebody found: at least.
    fix_work_least = 30 WorkMinutes, Invented;
    /// Mending what somebody found: at most.
    fix_work_most = 180 WorkMinutes, Invented;

    [Ci]
    /// What the linter takes.
    lint_minutes = 1 Minutes, Invented;
    /// What the compiler takes.
    compile_minutes = 4 Minutes, Invented;
    /// What the unit tests take.
    unit_minutes = 6 Minutes, Invented;
    /// What the integration tests take.
    integration_minutes = 12 Minutes, Invented;
    /// What a trial crossing with test orders takes.
    e2e_minutes = 15 Minutes, Invented;
    /// How often code that a unit test runs is also checked for the right answer: coverage counts only what is run.
    unit_checks = 7_000 BasisPoints, Invented;
    /// How often the integration tests see that one part computes the wrong thing.
    integration_sees_logic = 2_000 BasisPoints, Invented;
    /// How often the integration tests see that two parts misunderstand each other.
    integration_sees_integration = 9_000 BasisPoints, Invented;
    /// How often the integration tests see wrong records: test records are tidier than real ones.
    integration_sees_data = 3_000 BasisPoints, Invented;
    /// How often a trial crossing sees what a suspicious pattern does.
    e2e_sees_style = 2_000 BasisPoints, Invented;
    /// How often a trial crossing sees that one part computes the wrong thing.
    e2e_sees_logic = 4_000 BasisPoints, Invented;
    /// How often a trial crossing sees that two parts misunderstand each other.
    e2e_sees_integration = 6_000 BasisPoints, Invented;
    /// How often a trial crossing sees wrong records.
    e2e_sees_data = 3_000 BasisPoints, Invented;

    [Container]
    /// Sealing the container image, storing it and placing it for the trial.
    container_minutes = 6 Minutes, Invented;
    /// Baking the image of a whole machine, storing it and placing it.
    image_minutes = 28 Minutes, Invented;
    /// Getting a server from a script that repairs it in place.
    scripted_minutes = 45 Minutes, Invented;
    /// Getting a server made by hand: asked for, set up, patched.
    handmade_minutes = 2_880 Minutes, Invented;
    /// Until one boat from a container image is ready. Containers start in seconds; the clock ticks in minutes.
    container_ready = 1 Minutes, Invented;
    /// Until one boat from a machine image is ready.
    image_ready = 3 Minutes, Invented;
    /// Until one boat changed by a script is ready.
    scripted_ready = 4 Minutes, Invented;
    /// Until one boat changed by hand is ready.
    handmade_ready = 10 Minutes, Invented;
    /// How often a dock that a script repairs differs from the others.
    scripted_drift = 500 BasisPoints, Invented;
    /// How often a dock that people patch by hand differs from the others.
    handmade_drift = 3_000 BasisPoints, Invented;

    [Release]
    /// From a trial that went well to the start of the release, when nobody has to wait.
    start_minutes = 1 Minutes, Invented;
    /// Until somebody presses the button, at whatever hour.
    button_minutes = 120 Minutes, Invented;
    /// From one train to the next: a month of four weeks, so that it leaves on its weekday.
    train_days = 28 Days, Invented;
    /// Ideas that wait for a press of the button together.
    button_ideas = 3 Count, Invented;
    /// Ideas that a train carries.
    train_ideas = 12 Count, Invented;
    /// What one trial takes when the bad one among many is sought.
    trial_work = 480 WorkMinutes, Invented;

    /// Orders that fail on any version for reasons of their own: a fifth of what a promise of 99.9 % allows, since no
    /// service is without errors.
    healthy_errors = 2 BasisPoints, Invented;
    /// How long an order waits before a closed gate until it turns away. People leave a page that does not answer
    /// within seconds; the model's clock ticks in minutes.
    patience = 1 Minutes, Invented;
    /// What a fleet can carry beyond the usual orders: room for one boat in five to be away.
    headroom = 3_000 BasisPoints, Invented;
    /// Orders that one customer sends in a visit: each may meet another version, since weights are per order.
    orders_a_customer = 4 Count, Invented;

    /// How long the service stands still, beyond getting the boat ready, while all of it is swapped at once.
    swap_minutes = 1 Minutes, Invented;
    /// Finding and fetching a version that is no longer there, beyond getting its boats ready.
    fetch_minutes = 5 Minutes, Invented;
    /// Placing a complete second side, beyond getting its boats ready.
    side_minutes = 4 Minutes, Invented;
    /// Moving orders between two sides that both stand ready. Argo Rollouts changes a selector or a weight, which takes
    /// seconds; the clock ticks in minutes.
    switch_minutes = 1 Minutes, Invented;
    /// Without progress for so long, a rollout counts as stalled: `progressDeadlineSeconds`, 600 by default.
    stall_minutes = 10 Minutes, Published("Kubernetes, Deployments", 2024);
    /// From the end of a dark deployment until its part is switched on.
    flag_wait = 5 Minutes, Invented;

    /// How long release and watching last at least. The same for every strategy, so that they are compared on one clock.
    window_minutes = 120 Minutes, Invented;
    /// From the end of a release, or of its way back, until it is the tower's everyday business.
    handover_minutes = 3 Minutes, Invented;
    /// How long the watching goes on after the longest strategy would be through, or after a late way back.
    settle_minutes = 60 Minutes, Invented;

    [Operate]
    /// How far back a check looks at least, so that a few orders can be judged.
    check_window = 5 Minutes, Invented;
    /// Orders on the new version below which the tower cannot say anything.
    enough_orders = 20 Count, Invented;
    /// Failed orders below which a check does not fail: one may be bad luck.
    fewest_failed = 2 Count, Invented;
    /// How often the owner of a failed order complains; most people leave without a word.
    complaints = 200 BasisPoints, Invented;
    /// From the return of a failed order to its owner's complaint.
    complaint_delay = 20 Minutes, Invented;
    /// Complaints, beyond what is usual, after which the crew believes that something is wrong.
    complaints_to_act = 5 Count, Invented;
    /// The time over which complaints are counted.
    complaint_window = 30 Minutes, Invented;
    /// How many times the complaints that healthy errors bring are granted on top, so that chance alone calls nothing off.
    complaint_margin = 4 Count, Invented;
    /// Until a person who was called has looked and decided, in working hours.
    person_day = 15 Minutes, Invented;
    /// The same on a weekday's evening or night.
    person_night = 45 Minutes, Invented;
    /// The same on a weekend.
    person_weekend = 60 Minutes, Invented;
    /// From a stall until somebody looks whether the release went through, where no monitoring tells.
    look_minutes = 60 Minutes, Invented;

    /// How long what is away in a drill stays away, if nothing takes its place.
    away_minutes = 120 Minutes, Invented;
    /// Until an orchestrator notices that a boat does not answer.
    probe_minutes = 1 Minutes, Invented;
    /// Until an orchestrator gives up a whole harbour and moves its boats: 40 seconds until nodes count as unreachable, and
    /// `tolerationSeconds`, 300 by default.
    harbour_minutes = 6 Minutes, Published("Kubernetes, Taints and Tolerations", 2024);

    /// Mending one wrong record by hand, after the version that wrote it was taken back.
    record_work = 1 WorkMinutes, Invented;
    /// The time over which the promise (SLO) counts: 43.2 minutes of failing are allowed at 99.9 %.
    promise_days = 30 Days, Published("The Site Reliability Workbook, chapter 5", 2018);
    /// Until customers have said what they think: one working day.
    feedback_work = 480 WorkMinutes, Invented;

    [Year]
    /// People of the team who write changes, each on one idea at a time.
    team_hands = 3 Count, Invented;
    /// From one wish to the next: at least.
    wish_gap_least = 240 WorkMinutes, Invented;
    /// From one wish to the next: at most.
    wish_gap_most = 1_200 WorkMinutes, Invented;
    /// Ideas that carry a fault of some kind when their code is first written.
    faulty_ideas = 3_000 BasisPoints, Invented;
    /// The worst share of orders that a fault of the year makes fail; each has one between 1 % and this.
    worst_severity = 3_000 BasisPoints, Invented;
    /// What preparing and carrying out a release takes one person, where servers are handmade.
    release_work = 480 WorkMinutes, Invented;

    [Keys]
    /// Giving one holder a new key by hand: made, handed over, put in place and tried.
    key_hand_minutes = 30 Minutes, Invented;
    /// Until a machine with a short-lived key of its own has another. Seconds in life; the clock ticks in minutes.
    key_machine_minutes = 1 Minutes, Invented;

    [Crew]
    /// From one wish to the next, for each person of the crew: larger crews are asked for more.
    crew_wish_gap = 2_400 WorkMinutes, Invented;
    /// Building one wish in a sharp workshop, with its talk and its mending.
    crew_build_work = 1_800 WorkMinutes, Invented;
    /// The piece of workshop work that a wish brings, for who does such work daily: a pipeline's step, a server, a question.
    crew_workshop_work = 240 WorkMinutes, Invented;
    /// How much longer workshop work and upkeep take who does them beside other work: switching, looking up, learning.
    crew_learning = 10_000 BasisPoints, Invented;
    /// Upkeep that mends what a week wears, for each person of the crew.
    crew_upkeep_work = 240 WorkMinutes, Invented;
    /// How much longer all work takes for each week of upkeep that is owed.
    crew_wear = 100 BasisPoints, Invented;
    /// What each gives to upkeep in a week, come what may, where it is nobody's own work.
    crew_spare_work = 60 WorkMinutes, Invented;
}

impl Default for Assumptions {
    fn default() -> Self {
        Self::STANDARD
    }
}
