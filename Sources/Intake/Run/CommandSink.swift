package import Mechanisms
package import Vocabulary

/// Where an import puts what it read: the interpreter and the ledger behind it.
package protocol CommandSink: Sendable {
    /// The records that already stand for these origins; an origin that is new is not among the keys.
    func known(_ origins: [Origin]) async throws -> [Origin: RecordID]

    /// Carries out groups in their order, each wholly or not at all.
    /// - Returns: One outcome for each group, in the same order.
    func submit(_ groups: [RowCommands]) async throws -> [RowOutcome]
}

/// All commands that one row makes: they go in together or not at all.
package struct RowCommands: Sendable {
    /// As a spreadsheet shows it.
    package let row: Int
    package let commands: [Command]
    /// Whether it opens a record that groups of later rows link to: the sink must know it for the rest of the import.
    package let isShared: Bool

    package init(row: Int, commands: [Command], isShared: Bool = false) {
        self.row = row
        self.commands = commands
        self.isShared = isShared
    }
}

/// What became of a group.
package enum RowOutcome: Sendable {
    case accepted
    /// With every reason; see the failures of `Mechanisms`.
    case refused([RefusalReason])
}

/// Why the register did not take a row.
package struct RefusalReason: Sendable, Hashable {
    /// Of the failure: `M109`.
    package let code: String
    /// Without values of fields.
    package let message: String
    /// The mechanism and the field that it is about; empty where it is about none.
    package let place: [String]

    package init(code: String, message: String, place: [String] = []) {
        self.code = code
        self.message = message
        self.place = place
    }
}
