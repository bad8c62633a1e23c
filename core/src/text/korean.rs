//! Korean particles: which form follows depends on how the word before it ends.

/// First and last composed syllable of the Unicode block "Hangul Syllables".
const FIRST_SYLLABLE: u32 = 0xAC00;
const LAST_SYLLABLE: u32 = 0xD7A3;
/// Syllables that share initial and vowel: 27 final consonants and none.
const FINALS: u32 = 28;
/// The final consonant ㄹ, after which 로 follows and not 으로.
const FINAL_L: u32 = 8;

/// How a word ends when it is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Vowel,
    L,
    Consonant,
}

fn ending(word: &str) -> Ending {
    let Some(last) = word.chars().rev().find(|letter| letter.is_alphanumeric() || *letter == '%') else {
        return Ending::Vowel;
    };
    match last {
        // 영, 삼, 육 end in other consonants; 일, 칠, 팔 in ㄹ. Tens, hundreds and thousands (십, 백, 천) end in consonants as 영 does.
        '0' | '3' | '6' => Ending::Consonant,
        '1' | '7' | '8' => Ending::L,
        '\u{AC00}'..='\u{D7A3}' => match (u32::from(last) - FIRST_SYLLABLE) % FINALS {
            0 => Ending::Vowel,
            FINAL_L => Ending::L,
            _ => Ending::Consonant,
        },
        // Names of letters: 엘, 아르 (알) end in ㄹ; 엠, 엔 in consonants. The per cent sign is read 퍼센트.
        'l' | 'L' | 'r' | 'R' => Ending::L,
        'm' | 'M' | 'n' | 'N' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

/// Picks from a pair like `을/를` (the form after a consonant first) what follows `word`.
#[must_use]
pub fn particle<'a>(word: &str, pair: &'a str) -> &'a str {
    let (after_consonant, after_vowel) = pair.split_once('/').unwrap_or((pair, pair));
    match ending(word) {
        Ending::Vowel => after_vowel,
        // 서울로, not 서울으로.
        Ending::L if after_consonant == "으로" => after_vowel,
        Ending::L | Ending::Consonant => after_consonant,
    }
}

/// Whether a letter is a composed Korean syllable.
#[must_use]
pub const fn is_syllable(letter: char) -> bool {
    let code = letter as u32;
    code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE
}

/// The initial consonants, in the order in which composed syllables have them, as they are typed alone.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/// Syllables that share an initial: 21 vowels with 28 ends each.
const SYLLABLES_AN_INITIAL: u32 = 21 * FINALS;

/// A text with each composed syllable as its initial consonant, which is how Korean readers look things up: 카나리 as ㅋㄴㄹ.
#[must_use]
pub fn initials(text: &str) -> String {
    let initial = |letter: char| {
        let index = (u32::from(letter) - FIRST_SYLLABLE) / SYLLABLES_AN_INITIAL;
        INITIALS.get(index as usize).copied().unwrap_or(letter)
    };
    text.chars().map(|letter| if is_syllable(letter) { initial(letter) } else { letter }).collect()
}

/// Whether a text is written in initial consonants alone.
#[must_use]
pub fn is_initials(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| INITIALS.contains(&letter) || letter == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_up_by_their_initials() {
        assert_eq!(initials("카나리 배포"), "ㅋㄴㄹ ㅂㅍ");
        assert_eq!(initials("쌓기 SLO"), "ㅆㄱ SLO");
        assert!(is_initials("ㅋㄴㄹ") && !is_initials("카") && !is_initials(""));
    }

    #[test]
    fn the_particle_fits_the_word_before_it() {
        for (word, pair, expected) in [
            ("배", "을/를", "를"),
            ("주문", "을/를", "을"),
            ("5%", "이/가", "가"),
            ("10", "은/는", "은"),
            ("2", "은/는", "는"),
            ("7", "으로/로", "로"),
            ("배포", "으로/로", "로"),
            ("다음", "으로/로", "으로"),
            ("교실", "으로/로", "로"),
            ("1,200", "이/가", "이"),
            ("블루-그린 배포", "과/와", "와"),
        ] {
            assert_eq!(particle(word, pair), expected, "{word}");
        }
    }
}
