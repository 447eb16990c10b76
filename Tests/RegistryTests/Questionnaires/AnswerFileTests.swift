import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// A file as the answer to a question (B66).
@Suite struct AnswerFileTests {
    private let house: QuestionnaireRegister
    private let round: RecordID
    private let response: RecordID
    private let asking: Asking
    private let given = GivenFile(
        name: "plan “A”.pdf", mediaType: "application/pdf", bytes: Array("%PDF-1.7 a plan".utf8), disclosure: nil)

    init() throws {
        house = try QuestionnaireRegister()
        try house.ask("paper", "file", 5, required: true)
        round = try house.send()
        response = try house.line(round, house.register.people.alpha).response
        asking = Asking(house.register.people.caseworkerOfAlpha)
    }

    private func sheet(_ response: RecordID? = nil) throws -> AnsweringSheet {
        try house.registry.answering(response ?? self.response, asking)
    }

    @discardableResult
    private func give(
        _ file: GivenFile? = nil, isClean: Bool = true, isSent: Bool = false, to response: RecordID? = nil
    ) throws -> SubmissionOutcome? {
        let sheet = try sheet(response)
        return try house.registry.answer(
            sheet, with: try #require(AnswerSheet("body: Shelters\nlaw: yes")),
            files: ["paper": .given(file ?? given, isClean: isClean)], isSent: isSent, at: sheet.response.version,
            asking)
    }

    private func fetch(foundClean: Bool? = nil, _ asking: Asking? = nil) throws -> GivenFile {
        try house.registry.answerFile(of: response, at: "paper", foundClean: foundClean, asking ?? house.secretariat)
    }

    @Test func b66AFileIsHandedInAndGivenToWhoMayReadTheAnswer() throws {
        guard case .written? = try give(isSent: true) else { return #expect(Bool(false), "it was not taken") }
        let answer = try #require(try sheet().answers["paper"].flatMap(FileAnswer.init))
        #expect(try sheet().response.state == "submitted" && answer.name == "plan “A”.pdf" && answer.size == 15)
        #expect(answer.hash == Ledger.hash(of: given.bytes))
        #expect(try fetch().bytes == given.bytes && fetch(asking).bytes == given.bytes)
        let others = [
            house.register.people.caseworkerOfBeta,
            Actor(account: "r", function: .rapporteur, organisation: nil),
            Actor(account: "o", function: .systemOperator, organisation: nil),
        ]
        for other in others {
            #expect(throws: RegistryRefusal.self) { try fetch(Asking(other)) }
        }
        // Its being given out is written down.
        let trail = try house.registry.ledger.history(of: response).map(\.draft.kind)
        #expect(trail.contains("attach") && trail.last == "submit")
    }

    @Test func b66AMandatoryFileBlocksHandingInUntilThereIsOne() throws {
        let codes = try house.codes {
            try house.answer(round)
        }
        #expect(codes == ["M126"])
        #expect(try sheet().answers.missing(sheet().questionnaire.questions).contains("paper"))
    }

    @Test(arguments: ["begin", "submit"])
    func b66NobodyNamesAFileThatTheyDidNotGive(step: String) throws {
        let claim = FileAnswer(
            name: "a.pdf", mediaType: "application/pdf", size: 3, hash: String(repeating: "0", count: 64), isClean: true
        )
        let text = AnswerSheet(["body": "x", "law": "yes", "paper": claim.text]).text
        let codes = try house.codes {
            try house.take(
                step, "questionnaire-response", response, ["answers": .text(text)],
                by: house.register.people.caseworkerOfAlpha)
        }
        #expect(codes == ["M125"])
        // Nor does the step by which files come in stand open to anybody's hand.
        let byHand = try house.codes {
            try house.take(
                "attach", "questionnaire-response", response, ["answers": .text(text)],
                by: house.register.people.caseworkerOfAlpha)
        }
        #expect(byHand == ["M104"])
        #expect(try house.line(round, house.register.people.alpha).state == "not-opened")
    }

    @Test func b66AFileIsReplacedUntilItIsHandedInAndKeptAfterwards() throws {
        try give()
        let first = try #require(try sheet().answers["paper"].flatMap(FileAnswer.init))
        let other = GivenFile(name: "b.txt", mediaType: "text/plain", bytes: Array("later".utf8), disclosure: nil)
        try give(other)
        #expect(try fetch().name == "b.txt")
        let gone = NamedFile(of: response, at: "paper", hash: first.hash)
        #expect(try house.registry.ledger.unscanned(gone) == nil)
        try give(other, isSent: true)
        // Handed in, it is taken by no step.
        let late = try give(given)
        guard case .refused? = late else { return #expect(Bool(false), "\(String(describing: late))") }
        #expect(try fetch().bytes == other.bytes)
        try house.take("return", "questionnaire-response", response)
        try give(given, isSent: true)
        let kept = NamedFile(of: response, at: "paper", hash: Ledger.hash(of: other.bytes))
        #expect(try house.registry.ledger.unscanned(kept) == other.bytes)
        #expect(try fetch().bytes == given.bytes)
    }

    @Test func b66AnUnscannedFileIsGivenToNobodyUntilItIsFoundCleanOrReleased() throws {
        try give(isClean: false, isSent: true)
        #expect(throws: LedgerFailure.self) { try fetch() }
        #expect(throws: LedgerFailure.self) { try fetch(foundClean: false) }
        #expect(try fetch(foundClean: true).bytes == given.bytes)
        #expect(try house.registry.waitingAnswerFile(of: response, at: "paper", house.secretariat) == given.bytes)
        try house.take("release-files", "questionnaire-response", response)
        #expect(try fetch().bytes == given.bytes)
        // What is handed in anew was released by nobody.
        try house.take("return", "questionnaire-response", response)
        try give(isClean: false, isSent: true)
        #expect(throws: LedgerFailure.self) { try fetch() }
    }

    @Test func b66AFileIsUsedAgainInALaterRound() throws {
        try give(isSent: true)
        let second = try house.line(house.send(nil, "Second round"), house.register.people.alpha).response
        let sheet = try sheet(second)
        let earlier = try #require(sheet.earlier["paper"])
        _ = try house.registry.answer(
            sheet, with: sheet.answers, files: ["paper": .again(earlier)], isSent: false, at: sheet.response.version,
            asking)
        #expect(
            try house.registry.answerFile(of: second, at: "paper", foundClean: nil, house.secretariat).bytes
                == given.bytes)
    }

    @Test func b66TheAnnexNamesTheFileWithItsHashAndItsMarking() throws {
        try give(isSent: true)
        let stand = try house.registry.round(round, house.secretariat)
        let annex = Consolidation(stand, try house.registry.sheets(of: stand, house.secretariat), in: "eng")
        let row = try #require(annex.rows(marked: "named").first { $0[4] == "paper" })
        #expect(Array(row[6...]) == ["plan “A”.pdf", Ledger.hash(of: given.bytes), "named"])
        #expect(annex.rows(marked: "named").allSatisfy { $0.count == Consolidation.columns.count })
        let entry = try #require(annex.entries.last)
        #expect(entry.answers.first?.text.contains("SHA-256 \(Ledger.hash(of: given.bytes))") == true)
    }

    @Test(arguments: [
        "a/b.pdf", "..", "", " ", "a\nb", "a\u{202E}fdp.exe", "a\u{0}b", String(repeating: "x", count: 151),
    ])
    func b66ANameThatHidesSomethingIsNone(name: String) {
        #expect(!FileAnswer.isName(name))
    }

    @Test(arguments: ["خطة العمل.pdf", "it's \"quoted\".pdf", "# a.txt", "key: value.txt"])
    func b66AnyPlainNameComesBackAsItWas(name: String) {
        let answer = FileAnswer(
            name: name, mediaType: "text/plain", size: 1, hash: String(repeating: "a", count: 64), isClean: false)
        let sheet = AnswerSheet(["paper": answer.text, "other": "1"])
        #expect(FileAnswer.isName(name))
        #expect(AnswerSheet(sheet.text)?["paper"].flatMap(FileAnswer.init) == answer)
    }
}
