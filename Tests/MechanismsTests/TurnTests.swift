import Testing

@testable import Mechanisms

@Suite struct TurnTests {
    private func said(_ code: String, by account: String) -> StepTaken {
        StepTaken("judge", by: account, changes: ["word": .code(code)])
    }

    private let twoAgree = Turn(to: "done", after: 2, saying: Turn.Saying("word", is: "yes"))

    @Test func countsPersonsAndNotWords() {
        #expect(!twoAgree.isMet(by: [said("yes", by: "anna"), said("yes", by: "anna")], after: [:]))
        #expect(twoAgree.isMet(by: [said("yes", by: "anna"), said("yes", by: "bela")], after: [:]))
    }

    @Test func countsOnlyThoseWhoSayIt() {
        #expect(!twoAgree.isMet(by: [said("yes", by: "anna"), said("no", by: "bela")], after: [:]))
    }

    @Test(arguments: [("clear", true), ("uncertain", false)])
    func holdsOnlyWhereAnotherFieldSaysSo(band: String, isMet: Bool) {
        let turn = Turn(
            to: "done", after: 1, saying: Turn.Saying("word", is: "yes"), only: Turn.Saying("band", is: "clear"))
        #expect(turn.isMet(by: [said("yes", by: "anna")], after: ["band": .code(band)]) == isMet)
    }
}
