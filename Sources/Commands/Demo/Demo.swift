import ArgumentParser
import Foundation

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Make a country that does not exist, with 12 organisations, 30 posts and 2,000 persons, to try things on.",
        discussion: """
            Every person, name and number in it is drawn from a seed and is nobody's. Its sign-ins are written into the \
            folder and printed: serve it on this machine only.
            """)

    @OptionGroup var register: RegisterFolder

    @Option(help: "Another seed gives other persons.")
    var seed: UInt64 = 2026

    @Option(help: "How many persons.")
    var persons = 2000

    func validate() throws {
        guard (0...1_000_000).contains(persons) else { throw ValidationError("--persons goes from 0 to 1000000.") }
    }

    func run() async throws {
        try await DemoMake(place: register, seed: seed, persons: persons).run()
        try DemoSignIns.tell(of: register)
    }
}

/// The sign-ins of a demo folder; a real register has none.
enum DemoSignIns {
    static func tell(of register: RegisterFolder) throws {
        let url = register.url.appending(path: DemoMake.signInsFile)
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        Talk.say("This is a demo: anybody who reads this may sign in. It belongs on this machine only.")
        print(try Resources.text(of: url), terminator: "")
    }
}
