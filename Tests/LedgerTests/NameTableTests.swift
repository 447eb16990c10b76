import Testing

@testable import Ledger

struct NameTableTests {
    @Test(arguments: [1, 31, 33, 5_000])
    func spellsEachNameHoweverManyThereAre(names: Int) {
        let table = NameTable()
        for _ in 0..<3 {
            for number in 0..<names {
                let name = "a-name-that-is-kept-\(number)"
                #expect(Array(name.utf8).withUnsafeBytes { table.name($0) } == name)
            }
        }
    }
}
