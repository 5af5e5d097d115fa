//! First names that are common in Denmark and are not also everyday words, and capitalised words that name no person.
//!
//! A name that is missing here is still found in the middle of a sentence, where a capital tells. To add a name: write it in
//! its place in the alphabet.

use super::letters::{is_upper, lower};

/// In lower case, one space between.
const FIRST_NAMES: &str = "\
    abdi ahmad ahmed aksel albert alexander alfred ali allan amalie amina anders andreas ane anette anita anna \
    anne annette anni annie anton arne asger astrid august aya bendt bente benny bent bettina birgit birgitte \
    birte birthe bjarne bodil brian britta camilla carina carl carsten caroline cecilie charlotte christa \
    christian christina claus connie dennis dorte dorthe ebbe edith egon ejner elisabeth ella ellen elly else \
    emil emilie emma erik erling esther eva fatima filip finn flemming frank freja frederik frida frode gerda \
    gitte grethe gunnar hanne hans harald hasan hassan heidi helen helene helga helle helge henning henriette \
    henrik henry holger ib ibrahim ida inga inge inger ingrid irene iver ivan jacob jakob jan jane janne \
    jeanette jens jeppe jesper jette jimmy joan johan johanne johannes john johnny jonas jonna josefine julie \
    jytte jørgen jørn kaj karen karin karina karl karla karoline karsten kasper kathrine kenneth kenn kent \
    khaled kim kirsten kirstine kjeld klaus knud kristian kristina kristine kurt lars lasse laura laurits leif \
    lena lene leila lillian lina linda line lis lisa lisbeth lise lone lotte louise lucas ludvig mads magnus \
    maja malene maria marianne marie mariam martin mathias mathilde mette mia michael michelle mikael mikkel \
    minna mogens mohamad mohamed mohammad mohammed mona morten mustafa nadia nanna nicolai niels nikolaj nina \
    nora ole oliver oscar oskar otto palle patrick paul peder per pernille peter pia poul preben rasmus randi \
    rené rikke rita robert ronni ruth sabrina sanne sara sarah sebastian signe silje simon sine sofia sofie \
    stefan steen sten stine susan susanne svend søren tanja thea theis thomas thor tina tine tobias tom tommy \
    tonny torben tove troels ulla ulrik uffe verner vibeke victor viggo viktor villy vivi william winnie yasmin \
    yusuf åge åse";

/// Names that are everyday words without their capital: only the capital makes them a name.
const ALSO_WORDS: &str = "\
    ane august bent else frank iver line palle per signe sine sten";

/// Capitalised words that name no person, in lower case.
const OTHERS: &str = "\
    aarhus aalborg bornholm corona covid danmark de dem deres esbjerg facebook fyn gud herning horsens i \
    internettet jer jeres jul jylland kolding kommunen københavn livslinien netflix norge odense pejling \
    pejlingen randers sjælland sverige tv vejle viborg";

/// Whether a word is a common first name. One that is also an everyday word needs its capital.
pub(super) fn is_first_name(word: &str) -> bool {
    let lower = lower(word);
    stands(&lower, FIRST_NAMES) && (word.starts_with(is_upper) || !stands(&lower, ALSO_WORDS))
}

/// Whether a capitalised word names something else than a person.
pub(super) fn is_other(word: &str) -> bool {
    stands(&lower(word), OTHERS)
}

fn stands(word: &str, list: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
