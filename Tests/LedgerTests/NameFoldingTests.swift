import Testing

@testable import Ledger

@Suite struct NameFoldingTests {
    @Test(arguments: [
        ("Ștefan-Łukasz  Öztürk", "stefan lukasz oeztuerk"), ("O’Brien", "obrien"), ("  de  la  Cruz ", "de la cruz"),
        ("Nguyễn Thị", "nguyen thi"), ("MÜLLER", "mueller"), ("u\u{308}ber", "ueber"), ("Škvorecký", "skvorecky"),
        ("Ирина", "ирина"), ("AB 12-34", "ab 12 34"), ("AB 12-34 é", "ab 12 34 e"), ("O'Neill", "oneill"), ("", ""),
        ("---", ""),
    ])
    func foldsSpellingsThatPeopleMixUp(written: String, folded: String) {
        #expect(NameFolding.fold(written) == folded)
    }
}
