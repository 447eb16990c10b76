import Access
import ArgumentParser
import Foundation

struct Initialise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new register: folder, master key, empty ledger.")

    @OptionGroup var register: RegisterFolder

    func run() throws {
        // A book that does not start would make a register that nobody can use.
        _ = try BookLoader(resources: Resources.find()).book()
        let grant = try Shell.grant(.systemOperator, .initialise, for: .administration)
        let open = try OpenRegister.make(at: register, under: grant)
        try open.close()
        print("A register was made in \(register.path).")
        Talk.say(
            """
            The master key is \(register.keyPath ?? "\(register.path)/master.key"). Copy it to a safe place now: without \
            it no name in the register can ever be read again (docs/handbook/keys.md).
            """)
    }
}
