package import Vocabulary

/// What became of the rows of a file. No row is dropped silently: `rowsRead` is the sum of the three fates.
package struct ImportSummary: Sendable, Equatable {
    /// Rows under the header that are not blank.
    package internal(set) var rowsRead = 0
    package internal(set) var accepted = 0
    package internal(set) var heldBack = 0
    package internal(set) var alreadyKnown = 0
    /// Of the rows held back: those that add up others or stand for nobody, where there is nothing to correct.
    package internal(set) var noRecords = 0
    /// Of the rows held back: those too large or too broken to be copied for correction.
    package internal(set) var notCopied = 0
    /// Records that were opened for persons of accepted rows; 0 where a row stands for no person.
    package internal(set) var persons = 0
    /// Commands that the register carried out.
    package internal(set) var commands = 0
    package internal(set) var findings: [String: Int] = [:]
    /// Whether somebody stopped it; importing the same file again goes on.
    package internal(set) var wasCancelled = false
    /// What the file was taken for: `CSV, utf-8, separated by comma`.
    package internal(set) var reading = ""

    /// Rows that wait to be corrected in the file of held-back rows.
    package var toCorrect: Int { heldBack - noRecords - notCopied }
    /// Whether no row is unaccounted for.
    package var addsUp: Bool { rowsRead == accepted + heldBack + alreadyKnown }
}

/// How far an import is.
package struct ImportProgress: Sendable, Equatable {
    package let rows: Int
    package let bytes: Int
    /// Nil where the size of the file is not known.
    package let totalBytes: Int?
}

/// Takes what an import has to tell while it runs, so that nothing piles up in memory.
package struct ImportListener {
    package var progress: (ImportProgress) -> Void
    package var finding: (Finding) -> Void
    /// Takes the bytes of the file of held-back rows, a row at a time; called only where there is such a row.
    package var heldBack: ([UInt8]) throws -> Void

    /// What the file of held-back rows says of a finding.
    package var words: (Finding) -> String

    package init(
        progress: @escaping (ImportProgress) -> Void = { _ in },
        finding: @escaping (Finding) -> Void = { _ in },
        heldBack: @escaping ([UInt8]) throws -> Void = { _ in },
        words: @escaping (Finding) -> String = { "\($0.message) \($0.remedy)" }
    ) {
        self.progress = progress
        self.finding = finding
        self.heldBack = heldBack
        self.words = words
    }
}
