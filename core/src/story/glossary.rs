//! The terms of the field, each one touch away from its card (`term.<id>.name`, `.harbour`, `.software` in the locales).

/// Every term, in the order in which the journey meets them.
pub const TERMS: [&str; 21] = [
    "need",
    "spec",
    "code",
    "main-line",
    "ci",
    "lint",
    "compiler",
    "unit-test",
    "integration-test",
    "container",
    "image",
    "registry",
    "orchestrator",
    "staging",
    "release",
    "all-at-once",
    "rolling",
    "blue-green",
    "canary",
    "monitoring",
    "error-budget",
];
