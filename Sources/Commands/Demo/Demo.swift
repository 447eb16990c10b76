import Access
import ArgumentParser
import Foundation

struct Demo: AsyncParsableCommand, RuledCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Make a country that does not exist, with 27 organisations, 30 posts and 2,000 persons, to try things on.",
        discussion: """
            Every person, name and number in it is drawn from a seed and is nobody's. It has two plans of action, a \
            questionnaire that is out, recommendations, treaties and a few papers, and something on every other desk, dated from the day on which it is made. Its sign-ins are written into the \
            folder and printed. `rapporteur serve` shows it on this machine only, and prints them again.
            """)
    static let rule = CommandRule.post(.systemOperator, [.initialise])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    @Option(help: "Another seed gives other persons.")
    var seed: UInt64 = 2026

    @Option(help: "How many persons.")
    var persons = 2000

    func validate() throws {
        guard (0...1_000_000).contains(persons) else { throw ValidationError("--persons goes from 0 to 1000000.") }
    }

    func run() async throws {
        try await DemoMake(place: register, seed: seed, persons: persons, grant: Self.grant(.initialise)).run()
        DemoSignIns.tell(of: register)
    }
}

/// The sign-ins of a demo folder; a real register has none.
enum DemoSignIns {
    private static func url(in register: RegisterFolder) -> URL { register.url.appending(path: DemoMake.signInsFile) }

    static func isDemo(_ register: RegisterFolder) -> Bool {
        FileManager.default.fileExists(atPath: url(in: register).path)
    }

    static func tell(of register: RegisterFolder) {
        guard isDemo(register), let text = try? Resources.text(of: url(in: register)) else { return }
        Talk.say("This is a demo: anybody who reads this may sign in. It is served on this machine only.")
        // At once, into a file or a pipe too.
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// - Throws: ``CommandFailure/demoElsewhere(host:)`` where a demo would be served to others than this machine,
    ///   ``CommandFailure/patienceForReal`` where a register that is no demo would be served without its limits.
    static func check(_ network: NetworkOptions, for register: RegisterFolder) throws {
        let isHere = network.host == "localhost" || network.host == "::1" || network.host.hasPrefix("127.")
        guard isHere || !isDemo(register) else { throw CommandFailure.demoElsewhere(host: network.host) }
        guard network.patience == 1 || isDemo(register) else { throw CommandFailure.patienceForReal }
    }
}
