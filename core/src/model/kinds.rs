//! The kinds of things that a person can choose between, and the names of the places and people of the story.

use super::named::named;

named! {
    /// Whose words the plan is written in.
    Words {
        /// One vocabulary that all trades share.
        Shared = "shared",
        /// Each trade has words of its own.
        Own = "own",
    }

    /// What is wrong with the change.
    Fault {
        /// Only real traffic shows it: every gate passes.
        Load = "load",
        /// Nothing is wrong.
        None = "none",
        /// A suspicious pattern, which the linter sees.
        Style = "style",
        /// The parts do not fit, which the compiler sees.
        Syntax = "syntax",
        /// One part computes the wrong thing, which unit tests see if they run and check it.
        Logic = "logic",
        /// Two parts misunderstand each other, which integration tests see.
        Integration = "integration",
        /// The change needs something that not every server has: where it is missing, the boat does not get ready.
        Environment = "environment",
        /// It writes wrong records, which going back does not mend.
        Data = "data",
    }

    /// How servers, the docks, are made.
    Servers {
        /// Each from one container image, placed by an orchestrator.
        Container = "container",
        /// Each from one machine image.
        Image = "image",
        /// Each repaired in place by the same script.
        Scripted = "scripted",
        /// Each patched by hand.
        Handmade = "handmade",
    }

    /// What a change that is ready waits for.
    Delivery {
        /// Nothing: it goes by itself (continuous deployment).
        Continuous = "continuous",
        /// A person who presses a button (continuous delivery).
        Button = "button",
        /// The train that leaves once a month with everything aboard.
        Train = "train",
    }

    /// Who takes a failing release back.
    Back {
        /// The watch itself, at once. To a rolling update this adds a controller, which Kubernetes alone does not have.
        Auto = "auto",
        /// A person who is called, looks and decides.
        Manual = "manual",
    }

    /// What stays away in a drill.
    Away {
        /// Nothing: there is no drill.
        None = "none",
        /// One boat (an instance).
        Boat = "boat",
        /// One of two harbours (availability zones), with half of the boats.
        Harbour = "harbour",
    }

    /// A station on the idea's way.
    Station {
        /// A wish is heard.
        Need = "need",
        /// The plan is made.
        Spec = "spec",
        /// The change is written.
        Code = "code",
        /// The change is checked.
        Ci = "ci",
        /// The change is sealed into an image, placed and tried.
        Container = "container",
        /// The new version reaches the customers.
        Release = "release",
        /// The new version is looked after.
        Operate = "operate",
    }

    /// One of the four people who pass the plan on.
    Hand {
        /// The bakery's owner.
        Owner = "owner",
        /// The product manager.
        Manager = "manager",
        /// The designer.
        Designer = "designer",
        /// The engineer.
        Engineer = "engineer",
    }

    /// What became of the plan in a hand.
    Turn {
        /// It was passed on as it was meant.
        Kept = "kept",
        /// It was improved, and everybody was told.
        Improved = "improved",
        /// What was meant changed, and nobody noticed.
        Misread = "misread",
    }

    /// One check on the way of a change.
    Gate {
        /// The linter: style and suspicious patterns.
        Lint = "lint",
        /// The compiler: whether the parts fit at all.
        Compile = "compile",
        /// Unit tests: each part alone.
        Unit = "unit",
        /// Integration tests: parts together.
        Integration = "integration",
        /// The end-to-end test: a trial crossing with test orders, in staging.
        EndToEnd = "e2e",
    }
}

impl Gate {
    /// The gates of the inspection line (CI), cheapest first. The end-to-end test comes after, in staging.
    pub const LINE: [Self; 4] = [Self::Lint, Self::Compile, Self::Unit, Self::Integration];
}

impl Servers {
    /// Whether each is made from one image, and replaced rather than repaired.
    #[must_use]
    pub const fn are_images(self) -> bool {
        matches!(self, Self::Container | Self::Image)
    }
}

impl Station {
    /// Its place in the order of the stations, from 0.
    #[must_use]
    pub const fn index(self) -> u8 {
        self as u8
    }
}
