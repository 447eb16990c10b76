import Access
import Ledger
package import Linkage
import Mechanisms
package import Vocabulary

/// Two records that the program holds for one person, with the evidence, for persons to judge.
package struct SamePersonProposal: Sendable {
    package let first: RecordID
    package let second: RecordID
    /// The model that compared them, with its version.
    package let basis: String
    /// Whether one person decides, or two who agree.
    package let isClear: Bool
    /// That both are one person, in thousandths.
    package let perThousand: Int
    /// Fields, degrees of agreement and bits; never a value.
    package let evidence: String

    /// The probability from which one person decides. Of pairs scored so high about one in twenty is wrong
    /// (docs/methods/linkage.md), and a person looks at each.
    static let clearFrom = 950
    /// The model and its version, as a proposal names it.
    static let model = "Fellegi-Sunter, learnt from the register; Rapporteur linkage 1"

    package init(
        _ first: RecordID, _ second: RecordID, basis: String, isClear: Bool, perThousand: Int, evidence: String
    ) {
        (self.first, self.second, self.basis) = (first, second, basis)
        (self.isClear, self.perThousand, self.evidence) = (isClear, perThousand, evidence)
    }

    /// What the model that is learnt from the register says of two records.
    package init(_ first: RecordID, _ second: RecordID, perThousand: Int, evidence: PairEvidence) {
        self.init(
            first, second, basis: SamePersonProposal.model, isClear: perThousand >= SamePersonProposal.clearFrom,
            perThousand: perThousand, evidence: evidence.text)
    }
}

extension Registry {
    /// One page of the persons that the one who asks may list, each as they may read it. Only those whose names they may
    /// read are read, and each reading is written down.
    ///
    /// - Parameter cursor: Of the page; nil for the first.
    /// - Returns: The persons read, how many others were passed over, and the cursor of the next page.
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)``.
    package func identified(
        from cursor: Int64?, _ asking: Asking
    ) throws -> (persons: [RecordView], passedOver: Int, next: Int64?) {
        var request = ListRequest("person", cursor: cursor, limit: ListRequest.longestPage)
        request.countsUpTo = 0
        let page = try list(request, asking)
        let readable = page.rows.filter { grant(asking, .read, on: $0).map { $0.ceiling >= .identity } ?? false }
        let persons = try readable.map { try read($0.record, asking) }
        return (persons, page.rows.count - persons.count, page.next)
    }

    /// Puts a pair before those who judge, through the book as any other command; the program is its author, for the one
    /// who asks.
    ///
    /// - Returns: `refused` with ``Refusal/Kind/alreadyStated`` where the pair was ever proposed, joined or judged.
    /// - Throws: ``RegistryRefusal``, or the ledger's failure.
    package func propose(_ pair: SamePersonProposal, _ asking: Asking) throws -> SubmissionOutcome {
        var random = SystemRandomNumberGenerator()
        let command = Command(
            mechanism: "same-person", record: RecordID(at: clock(), using: &random), transition: "propose",
            changes: [
                "first": .link(pair.first), "second": .link(pair.second), "basis": .text(pair.basis),
                "band": .code(pair.isClear ? "clear" : "uncertain"), "probability": .integer(pair.perThousand),
                "evidence": .text(pair.evidence),
            ], effective: .day(today))
        return try submit([command], asking, key: nil, byRegister: true)
    }
}
