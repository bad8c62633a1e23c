//! The normal curve: which place on it a random number stands for.

/// Bits after the point of a place.
pub const POINT: u32 = 18;
/// The same in the table.
const TABLE_POINT: u32 = 13;

/// Halvings of what lies beyond a place that are told apart.
const HALVINGS: u32 = 24;
/// The least number that is told apart.
pub const LEAST: u64 = 1 << (u64::BITS - HALVINGS);
/// Places from one halving to the next, as bits.
const PLACE_BITS: u32 = 3;
/// Bits that tell how far a number is between two places.
const BETWEEN_BITS: u32 = 16;
const PLACES: usize = ((HALVINGS - 1) << PLACE_BITS) as usize + 1;

/// The places beyond which lies a 2^24th of the curve, 9/8 of that, 10/8, 11/8 ... up to the half.
static NORMAL: [u16; PLACES] = places();

/// The place that a number of 64 random bits stands for, from the lowest to the highest.
pub fn normal(number: u64) -> i64 {
    let upper = number >> (u64::BITS - 1) == 1;
    let beyond = (if upper { !number } else { number }).max(LEAST);
    let zeros = beyond.leading_zeros();
    let rest = (beyond << zeros << 1) >> (u64::BITS - PLACE_BITS - BETWEEN_BITS);
    let index = ((HALVINGS - 1 - zeros) << PLACE_BITS) as usize + (rest >> BETWEEN_BITS) as usize;
    let (from, to) = (i64::from(NORMAL[index]), i64::from(NORMAL[index + 1]));
    let back = (from - to) * (rest & ((1 << BETWEEN_BITS) - 1)) as i64;
    let place = ((from << BETWEEN_BITS) - back) >> (BETWEEN_BITS + TABLE_POINT - POINT);
    if upper { place } else { -place }
}

/// Adds up the area under the curve, from afar to its middle. This is done while the program is compiled.
const fn places() -> [u16; PLACES] {
    /// Steps between 0 and 1 as bits, and where the sum starts.
    const FINE: u32 = 7;
    const FAR: usize = 8 << FINE;
    /// 1 over the root of two pi, and e to the power of -1/2^15, by which the curve falls in its first step: of 2^64.
    const HEIGHT: u128 = 7_359_186_146_747_302_452;
    const FALL: u128 = 18_446_181_132_345_977_515;
    let mut heights = [HEIGHT; FAR + 1];
    let (mut fall, mut step) = (FALL, 0);
    while step < FAR {
        heights[step + 1] = (heights[step] * fall) >> u64::BITS;
        fall = (((fall * FALL) >> u64::BITS) * FALL) >> u64::BITS;
        step += 1;
    }
    let mut places = [0; PLACES];
    let (mut beyond, mut place) = (0, 0);
    // The last place is the middle, 0.
    while step > 0 {
        let more = (heights[step] + heights[step - 1]) >> (FINE + 1);
        while place + 1 < PLACES {
            let part = (1 << PLACE_BITS) + (place & ((1 << PLACE_BITS) - 1)) as u128;
            let wanted = part << (place >> PLACE_BITS) << (u64::BITS - HALVINGS - PLACE_BITS);
            if beyond + more < wanted {
                break;
            }
            let back = ((wanted - beyond) << TABLE_POINT) / more;
            places[place] = ((((step as u128) << TABLE_POINT) - back) >> FINE) as u16;
            place += 1;
        }
        beyond += more;
        step -= 1;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_tables() {
        // What lies below, in 100,000ths, and the place in 1,000ths, as any book of statistics prints them.
        for (below, place) in [(50_000, 0), (84_134, 1_000), (97_500, 1_960), (99_865, 3_000), (99_997, 4_013)] {
            let number = (u128::from(u64::MAX) * below / 100_000) as u64;
            let found = (normal(number) * 1_000) >> POINT;
            assert!(found.abs_diff(place) <= 2, "{below}: {found}");
            assert!(normal(!number).abs_diff(-normal(number)) <= 1);
        }
    }

    #[test]
    fn greater_numbers_stand_for_higher_places() {
        let mut last = normal(0);
        for number in (0..=u64::MAX).step_by(1 << 47) {
            assert!(normal(number) >= last, "{number}");
            last = normal(number);
        }
    }
}
