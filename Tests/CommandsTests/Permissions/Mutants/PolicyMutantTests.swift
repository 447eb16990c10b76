import Access
import Foundation
import Testing

/// A fault in any row of the policy is noticed: by what was decided, and by what comes out of the register.
@Suite struct PolicyMutantTests {
    /// What became of a fault.
    enum Fate: Hashable {
        /// Other fields come out, or go in, or other records are counted.
        case caughtByRecords
        /// The answer for the register as a whole is not the decided one.
        case caughtByTable
        /// Not one question is answered in another way.
        case equivalent
        /// It speaks of a way of standing to records of a matter that no mechanism of the book knows.
        case unattainable
        /// It lets see a level of which the records concerned have no field.
        case withoutField
        /// It lets do what something else that it does not let do comes before.
        case outOfReach
        case survived
    }

    @Test func everyFaultInARowIsCaught() throws {
        let trial = try MutantTrial()
        var fates: [Fate: [String]] = [:]
        for mutant in PolicyMutant.all { fates[try trial.fate(of: mutant), default: []].append(mutant.name) }
        #expect(fates[.survived, default: []] == [])
        let caught = (fates[.caughtByRecords]?.count ?? 0) + (fates[.caughtByTable]?.count ?? 0)
        #expect(caught > 500, "\(fates.mapValues(\.count))")
        let list = fates.sorted { "\($0.key)" < "\($1.key)" }.flatMap { fate, names in
            ["\(fate): \(names.count)"] + (fate == .caughtByRecords ? [] : names.map { "    \($0)" })
        }
        if let file = ProcessInfo.processInfo.environment["PERMISSIONS_MUTANTS"] {
            try list.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        }
    }
}
