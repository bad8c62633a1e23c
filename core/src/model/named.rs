//! Kinds that have names: in addresses, in documents and in locales they are called the same.

/// Something that is one of several kinds, the default first.
pub trait Named: Copy + PartialEq + 'static {
    /// All of them, the default first.
    const KINDS: &'static [Self];

    /// Its name.
    fn name(self) -> &'static str;

    /// The one of this name.
    #[must_use]
    fn by_name(name: &str) -> Option<Self> {
        Self::KINDS.iter().copied().find(|kind| kind.name() == name)
    }
}

/// Declares kinds with their names.
macro_rules! named {
    ($($(#[$meta:meta])* $kind:ident { $($(#[$doc:meta])* $variant:ident = $id:literal,)+ })+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
            pub enum $kind {
                $($(#[$doc])* #[serde(rename = $id)] $variant,)+
            }

            impl $kind {
                /// All of them, in order; where one is the default, it stands first.
                pub const ALL: [Self; [$($id),+].len()] = [$(Self::$variant),+];

                /// Its name in addresses, documents and locales.
                #[must_use]
                pub const fn id(self) -> &'static str {
                    match self {
                        $(Self::$variant => $id,)+
                    }
                }
            }

            impl $crate::model::named::Named for $kind {
                const KINDS: &'static [Self] = &Self::ALL;

                fn name(self) -> &'static str {
                    self.id()
                }
            }
        )+
    };
}

pub(crate) use named;
