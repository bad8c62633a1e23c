//! The crossing minute by minute: who may board what, and how that changes.

use super::{
    act::Act,
    docks::Docks,
    units::{WHOLE, share_of},
};

/// How the crossing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// Orders that meet the new version, in basis points.
    pub share: u16,
    /// Whether orders can board.
    pub open: bool,
    /// Boats of the new kind, where the fleet is changed boat by boat.
    pub new_boats: u16,
    /// Boats of the fleet that are out of service while they are changed.
    pub missing: u16,
    /// Boats beyond the fleet that are paid for.
    pub spare: u16,
    /// Boats that a drill keeps away.
    pub away: u16,
    /// Whether a side is being built up.
    pub preparing: bool,
    /// Whether the new side stands complete.
    pub ready: bool,
    /// Whether the old side still stands.
    pub old_kept: bool,
    /// Whether the new part is switched on where the new version runs.
    pub lit: bool,
    /// Whether the release is over.
    pub finished: bool,
}

impl Crossing {
    /// Before the release: every order meets the old version.
    pub const BEFORE: Self = Self {
        share: 0,
        open: true,
        new_boats: 0,
        missing: 0,
        spare: 0,
        away: 0,
        preparing: false,
        ready: false,
        old_kept: true,
        lit: true,
        finished: false,
    };

    /// The crossing after `act`.
    #[must_use]
    pub fn after(self, act: Act) -> Self {
        match act {
            Act::Close => Self { open: false, ..self },
            Act::Open { share } => {
                Self { open: true, share, ready: share == WHOLE, old_kept: share == 0, new_boats: 0, ..self }
            }
            Act::Prepare { spare } => Self { preparing: true, spare, ..self },
            Act::Ready => Self { preparing: false, ready: true, old_kept: self.old_kept || self.finished, ..self },
            Act::Check | Act::Pause | Act::Stall { .. } => self,
            Act::Switch { share } => Self {
                share,
                preparing: false,
                old_kept: self.old_kept || share < WHOLE,
                // After the way back nobody pays for the new side any more.
                spare: if share == 0 { 0 } else { self.spare },
                ..self
            },
            Act::Weigh { share, boats, spare } => Self {
                share,
                new_boats: boats,
                spare,
                preparing: false,
                ready: true,
                old_kept: self.old_kept || share < WHOLE,
                ..self
            },
            Act::Boats { new, of, missing, spare } => {
                let serving = u32::from((of - missing).max(1));
                Self {
                    new_boats: new,
                    share: (u32::from(WHOLE) * u32::from(new) / serving).min(u32::from(WHOLE)) as u16,
                    missing,
                    spare,
                    ready: true,
                    old_kept: new < of,
                    ..self
                }
            }
            Act::Remove => {
                Self { old_kept: self.share == 0, ready: self.share > 0, spare: 0, preparing: false, ..self }
            }
            Act::Light { on } => Self { lit: on, ..self },
            Act::Finish => Self { finished: true, spare: 0, ..self },
        }
    }

    /// Orders that meet the new version, in basis points.
    #[must_use]
    pub const fn deployed(&self) -> u16 {
        if self.open { self.share } else { 0 }
    }

    /// Orders that meet the change, in basis points: those on the new version, once it is switched on there.
    #[must_use]
    pub const fn exposed(&self) -> u16 {
        if self.lit { self.deployed() } else { 0 }
    }

    /// Whether every order is safely away from the change.
    #[must_use]
    pub const fn is_back(&self) -> bool {
        self.open && (self.share == 0 || !self.lit)
    }

    /// Orders that can board in a minute, of `orders` that usually come: with all boats, `headroom` basis points more.
    #[must_use]
    pub fn room(&self, orders: u64, docks: &Docks, headroom: u64) -> u64 {
        if !self.open {
            return 0;
        }
        let serving = u64::from(docks.boats.saturating_sub(self.missing + self.away));
        share_of(orders, u64::from(WHOLE) + headroom) * serving / u64::from(docks.boats.max(1))
    }
}
