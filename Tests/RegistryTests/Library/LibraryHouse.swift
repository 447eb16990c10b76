import Access
import Foundation
import Intake
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// A register with a library and the index of its words, gone with the test.
final class LibraryHouse {
    let register: InterfaceRegister
    let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
    private let words: TemporaryTextIndex

    let tally = CountingStore.Tally()

    init(_ engine: TextEngine = .sqlite) throws {
        register = try InterfaceRegister(wrap: { [tally] premises in
            LedgerPremises(
                events: CountingStore(premises.events, tally: tally), vault: premises.vault, papers: premises.papers)
        })
        words = try engine.index(of: register.ledger.register)
    }

    var index: any TextIndex { words.index }
    var registry: Registry { register.registry }
    var library: Library { get throws { try registry.library(asking) } }

    /// Somebody of a function without an organisation.
    func asking(as function: FunctionKind) -> Asking {
        Asking(Actor(account: "somebody", function: function, organisation: nil))
    }

    @discardableResult
    func take(
        _ number: String?, _ text: String, title: String = "A paper", marking: String = "professionals"
    ) throws -> (outcome: LibraryImport.Outcome, findings: [String]) {
        var random = SystemRandomNumberGenerator()
        var work = LibraryImport(registry, asking, into: index) { RecordID(at: InterfaceRegister.now, using: &random) }
        var paper = LibraryPaper(title: title, text: text, marking: marking)
        paper.number = number
        paper.fileHash = String(text.hashValue)
        let outcome = try work.take(paper)
        _ = try registry.bringUpToDate(index, asking)
        return (outcome, work.findings.map(\.code))
    }

    func document(_ name: String) throws -> LibraryDocument { try #require(try library.document(named: name)) }

    func take(_ step: String, _ document: LibraryDocument, reason: String?) throws {
        let command = Command(
            mechanism: "library-document", record: document.record, transition: step,
            expectedVersion: document.version, changes: [:], effective: .day(registry.today), reason: reason)
        guard case .written = try registry.submit([command], asking) else {
            Issue.record("“\(step)” was refused")
            return
        }
    }
}
