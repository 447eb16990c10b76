import Access
import ArgumentParser
import Ledger
import SQLiteStore

struct LedgerRotateKey: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-key", abstract: "Put a new master key in the place of the old one.")
    static let rule = CommandRule.post(.systemOperator, [.initialise])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let grant = try Self.grant(.initialise)
        let open = try OpenRegister.open(register, for: .writing)
        try open.ledger.rotateMasterKey(under: grant)
        open.folder.release()
        print("The master key is new. Copy it to its safe place now, and destroy the copies of the old one.")
    }
}

struct LedgerCheckpoint: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "Sign the end of the ledger; send the line to somebody who keeps it.")
    static let rule = CommandRule.post(.systemOperator, [.verify])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    func run() throws {
        _ = try Self.grant(.verify)
        let open = try OpenRegister.open(register, for: .writing)
        print(try open.ledger.checkpoint().line)
        try open.close()
    }
}
