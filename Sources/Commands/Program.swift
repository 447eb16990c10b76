import ArgumentParser
import Foundation
import Mechanisms
import Vocabulary

/// The program from the outside: what people type, and how it ends.
///
/// Ends with 0 done, 1 refused, 2 misused, 3 found differences.
package enum Program {
    package static func main(_ arguments: [String] = Array(CommandLine.arguments.dropFirst())) async -> Int32 {
        do {
            _ = try CommandTable(of: Rapporteur.self)
            var command = try Rapporteur.parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            return Ending.done
        } catch {
            return Ending.status(after: error)
        }
    }
}

/// Exit statuses and the last words before them.
enum Ending {
    static let done: Int32 = 0
    static let refused: Int32 = 1
    static let misused: Int32 = 2
    static let foundDifferences: Int32 = 3

    static func status(after error: any Error) -> Int32 {
        switch error {
        case let failure as any CodedFailure:
            Talk.say("\(failure.code) \(failure.message)")
            return refused
        case let refusal as Refusal:
            for problem in refusal.problems { Talk.say("\(problem.code) \(problem.message)") }
            return refused
        case let failure as BookFailure:
            Talk.say(failure.description)
            return refused
        case let ending as ExitCode:
            return ending.rawValue
        default:
            let asked = Rapporteur.exitCode(for: error)
            let message = Rapporteur.fullMessage(for: error)
            if asked == .success {
                print(message)
                return done
            }
            if asked == .validationFailure {
                Talk.say(message)
                return misused
            }
            // An error that no room has words for: its kind is said, its contents might be personal.
            Talk.say("K999 An unexpected failure (\(type(of: error))). Nothing was changed; report it with this line.")
            return refused
        }
    }
}

/// Talk goes to standard error, so that results can be piped.
enum Talk {
    static func say(_ line: String) {
        // Where the log cannot be written (its disk is full, its reader is gone), the work goes on without it.
        try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
    }
}
