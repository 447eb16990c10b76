import ArgumentParser
import Foundation
import Mechanisms
import Registry
import Vocabulary

/// What a step is given on the command line.
struct SubmissionOptions: ParsableArguments {
    @Option(help: "Since when it holds: a day, month, quarter or year.")
    var effective: String

    @Option(help: "Why, where the step asks for it.")
    var reason: String?

    @Option(
        help:
            "FIELD=VALUE; repeat it. Fields that identify a person are read from standard input, `field: value` a line."
    )
    var field: [String] = []

    @Flag(name: .customLong("from-input"), help: "Read fields from standard input too.")
    var readsInput = false

    func period() throws -> Period {
        guard let period = Period(effective) else {
            throw ValidationError("Write --effective as 2026-11-22, 2026-11, 2026-Q4 or 2026.")
        }
        return period
    }

    func changes(of mechanism: Mechanism) throws -> [String: FieldValue] {
        var texts: [String: [String]] = [:]
        for text in field {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("Write a field as FIELD=VALUE.") }
            guard !mechanism.identityFields.contains(parts[0]) else {
                throw ValidationError("“\(parts[0])” identifies a person: give it by --from-input, not in a command.")
            }
            texts[parts[0], default: []].append(parts[1])
        }
        while readsInput, let line = readLine() {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2 { texts[parts[0], default: []].append(parts[1]) }
        }
        var problems: [Refusal.Problem] = []
        var changes: [String: FieldValue] = [:]
        for (name, words) in texts {
            guard let field = mechanism.field(name) else {
                problems.append(.init(.unknownField, mechanism: mechanism.name, field: name, "there is no such field."))
                continue
            }
            switch FieldText.value(words, of: field) {
            case .success(let value): changes[name] = value
            case .failure(let problem): problems.append(problem)
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return changes
    }

    /// Says what became of it: the version on standard output, or why not and exit 1.
    static func tell(_ outcome: SubmissionOutcome, of record: RecordID) throws {
        switch outcome {
        case .written(let versions): print("\(record),\(versions[record] ?? 0)")
        case .refused(let refusal): throw refusal
        case .conflict(let present, _):
            Talk.say(
                "M115 The record was changed since: it has version \(present.version) now and is “\(present.state)”.")
            throw ExitCode(Ending.refused)
        }
    }
}
