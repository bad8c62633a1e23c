//! Every constant of the model in one place, with its unit, its reason and its source where there is one.
//! A constant marked *invented* has no source: it is chosen so that the cause can be seen within a few minutes.

/// Basis points in a whole: 10,000 = 100 %.
pub const WHOLE: u16 = 10_000;

/// Basis points in one per cent.
pub const PERCENT: u16 = 100;

/// Orders that fail on any version for reasons of their own, in basis points. *Invented*: a fifth of
/// what a promise of 99.9 % allows, since no service is without errors.
pub const HEALTHY_ERRORS: u16 = 2;

/// Minutes that an order spends under way, from boarding to its result. *Invented*: real requests take
/// milliseconds, but the eye needs the way across.
pub const CROSSING_MINUTES: u64 = 2;

/// Minutes that an order waits before a closed gate until it turns away. *Invented*; people leave a page
/// that does not answer within seconds.
pub const PATIENCE_MINUTES: u64 = 1;

/// Boats in the fleet that a rolling update replaces one by one. *Invented*, so that one boat is 10 %.
pub const BOATS: u16 = 10;

/// Minutes until one boat of a rolling update is replaced and ready. *Invented*.
pub const ROLLING_STEP_MINUTES: u64 = 1;

/// Minutes that the service stands still while all of it is swapped at once. *Invented*.
pub const SWAP_MINUTES: u64 = 2;

/// Minutes to bring up a version that is no longer there, from its stored image. *Invented*.
pub const REDEPLOY_MINUTES: u64 = 3;

/// Minutes until the new side of a blue-green release stands complete beside the old. *Invented*.
pub const PREPARE_MINUTES: u64 = 5;

/// Minutes to move all orders between two sides that both stand ready. Argo Rollouts switches a
/// service's selector, which takes seconds; the clock of the model ticks in minutes.
pub const SWITCH_MINUTES: u64 = 1;

/// The canary's shares after the first, in per cent. The habit of Argo Rollouts' examples: few, then more, then all.
pub const CANARY_LATER_STEPS: [u16; 3] = [25, 50, 100];

/// Minutes between two checks of the watch. Flagger's documentation example checks each minute.
pub const CHECK_INTERVAL_MINUTES: u64 = 1;

/// Success that a check asks for, in basis points. Flagger's documentation example asks for 99 %.
pub const CHECK_THRESHOLD: u64 = 9_900;

/// Checks that must fail in a row before the watch acts. Flagger's example takes 10, Argo's default is
/// to fail at once; *invented* middle.
pub const CHECKS_TO_ACT: u64 = 5;

/// Minutes that one check looks back over. *Invented*: long enough that a few orders can be judged.
pub const CHECK_WINDOW_MINUTES: u64 = 5;

/// Failed orders in its window below which a check never fails: one or two may be bad luck. *Invented*.
pub const FEWEST_FAILED_TO_JUDGE: u64 = 3;

/// Failed orders whose owner complains, in basis points. *Invented*; most people leave without a word.
pub const COMPLAINTS: u16 = 200;

/// Minutes from a failed order to its owner's complaint. *Invented*.
pub const COMPLAINT_DELAY_MINUTES: u64 = 20;

/// Complaints, beyond what is usual, after which the crew believes that something is wrong. *Invented*.
pub const COMPLAINTS_TO_ACT: u64 = 5;

/// Minutes over which complaints are counted. *Invented*.
pub const COMPLAINT_WINDOW_MINUTES: u64 = 30;

/// How many times the complaints that healthy errors explain count as usual. *Invented*: chance alone then
/// calls nothing off.
pub const COMPLAINT_MARGIN: u64 = 4;

/// Minutes until a person who was called has looked and decided to go back. *Invented*.
pub const PERSON_MINUTES: u64 = 15;

/// Minutes of release and watching that every journey simulates at least. It lasts as long for every strategy with
/// the same choices, so that they are compared on one clock.
pub const WINDOW_MINUTES: u64 = 120;

/// Minutes from the end of a release, or of its way back, until it is the tower's everyday business. *Invented*.
pub const HANDOVER_MINUTES: u64 = 3;

/// Minutes that the watching goes on after the longest strategy would be through, or after a way back that ended late.
pub const SETTLE_MINUTES: u64 = 60;

/// Days over which the promise (SLO) counts. The usual window of the SRE workbook: 30 days, 43.2 minutes at 99.9 %.
pub const PROMISE_DAYS: u64 = 30;

/// First minute of the working day, from midnight.
pub const DAY_STARTS: u64 = 9 * 60;

/// Minutes of a working day.
pub const WORK_DAY_MINUTES: u64 = 8 * 60;

/// Working minutes from hearing a wish to agreeing that it is worth a plan: from, to. *Invented*.
pub const NEED_WORK: (u64, u64) = (240, 960);

/// Working minutes that each of the four hands keeps the plan: from, to. *Invented*.
pub const HAND_WORK: (u64, u64) = (120, 480);

/// Working minutes of writing the change: from, to. *Invented*: a small change, as DevOps asks for.
pub const CODE_WORK: (u64, u64) = (480, 1440);

/// Working minutes to mend what a gate sent back: from, to. *Invented*.
pub const FIX_WORK: (u64, u64) = (30, 180);

/// Minutes from a trial that went well to the start of the release. *Invented*.
pub const START_MINUTES: u64 = 1;

/// Minutes that each gate of the inspection line takes, cheapest first: lint, compile, unit, integration. *Invented*.
pub const GATE_MINUTES: [u64; 4] = [1, 4, 6, 12];

/// Minutes to seal the image, to store it, to place it on a trial server, and to cross with test orders. *Invented*.
pub const CONTAINER_MINUTES: [u64; 4] = [3, 1, 2, 15];

/// Minutes from the end of the watching until customers have said what they think: one working day. *Invented*.
pub const FEEDBACK_WORK: u64 = WORK_DAY_MINUTES;
