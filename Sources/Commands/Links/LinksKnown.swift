import Access
import ArgumentParser
import Foundation
import Linkage
import Mechanisms
import Registry
import Vocabulary

struct LinksKnown: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "known", abstract: "Say who on the register may be a person, as far as the post may search them.",
        discussion: """
            Of whom is read from standard input, one `field: value` a line, so that no name stands in a list of processes \
            or in the history of a shell; or --record names somebody who is on the register. Told are record ids, the \
            estimated chance in thousandths, and which fields agree, are near or differ; never a value, and nothing of \
            persons that the post may not search. Asking is written down. The names in reach are read into memory first: \
            the house (`rapporteur serve`) does that once, this command each time.
            """)
    static let rule = CommandRule.named([.list, .read, .search])
    static let output = CommandOutput.markedRows

    @OptionGroup var acting: ActingAs

    @Option(help: "A person on the register, by the id of the record, in place of standard input.")
    var record: String?

    @Option(help: "How the answer is written.")
    var format: OutputFormat = .text

    @OptionGroup var register: RegisterFolder

    func validate() throws { if let record { _ = try RecordArgument.read(record) } }

    func run() throws {
        let open = try OpenRegistry(register, acting, for: Self.self)
        let answer: KnownAnswer
        do {
            try open.registry.makeKnown(open.asking)
            answer = try self.answer(open.registry, open.asking)
        } catch {
            try open.close()
            throw error
        }
        try open.close()
        switch format {
        case .text: print(text(of: answer))
        case .csv:
            print(CSVText.line(LinksKnown.columns))
            for match in answer.matches { print(CSVText.line(LinksKnown.cells(of: match))) }
        case .json:
            let rows = answer.matches.map { match in
                JSON.object(
                    zip(LinksKnown.columns, LinksKnown.cells(of: match)).map { column, cell in
                        JSON.Member(name: column, value: Int(cell).map { .number($0) } ?? .text(cell))
                    })
            }
            print(JSON.array(rows).text(indent: 2))
        }
        if case .compared(_, isWhole: false) = answer { Talk.say("Only the newest records were compared.") }
    }

    private func answer(_ registry: Registry, _ asking: Asking) throws -> KnownAnswer {
        if let record { return try registry.known(like: RecordArgument.read(record), asking).answer }
        return try registry.known(LinksKnown.said(registry.mechanism("person")), asking)
    }

    /// What standard input says of a person.
    private static func said(_ person: Mechanism) throws -> [String: FieldValue] {
        let known = ComparedFields.all.map(\.field)
        var texts: [String: [String]] = [:]
        var lines = 0
        while let line = readLine() {
            lines += 1
            if line.allSatisfy(\.isWhitespace) { continue }
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, known.contains(parts[0]) else {
                // A name that was given without its field is not quoted.
                throw CommandFailure.unknownName(
                    kind: "field on line \(lines)", name: parts.count == 2 ? parts[0] : "", known: known.sorted())
            }
            texts[parts[0], default: []].append(parts[1])
        }
        var said: [String: FieldValue] = [:]
        for (name, words) in texts {
            guard let field = person.field(name) else { continue }
            switch FieldText.value(words, of: field) {
            case .success(let value): said[name] = value
            case .failure(let problem): throw Refusal([problem])
            }
        }
        return said
    }

    private static let columns = ["record", "per-thousand", "agrees", "near", "differs", "marking"]

    private static func cells(of match: KnownMatch) -> [String] {
        [match.view.record.description, String(match.perThousand)]
            + agreements.map { fields($0, of: match).joined(separator: " ") } + [match.view.marking.rawValue]
    }

    private static let agreements: [PairEvidence.Agreement] = [.agrees, .near, .differs]

    private static func fields(_ agreement: PairEvidence.Agreement, of match: KnownMatch) -> [String] {
        match.evidence.parts.filter { $0.agreement == agreement }.map(\.field)
    }

    private func text(of answer: KnownAnswer) -> String {
        if answer == .nothingSaid { return "Say a name, a number, a telephone, an address or an e-mail address." }
        guard !answer.matches.isEmpty else {
            return "Nobody in the sight of this post seems to be this person. Of others this says nothing."
        }
        return answer.matches.map { match in
            let degrees = LinksKnown.agreements.compactMap { agreement -> String? in
                let fields = LinksKnown.fields(agreement, of: match)
                return fields.isEmpty ? nil : "\(agreement.rawValue): \(fields.joined(separator: ", "))"
            }
            return "\(match.view.record)  \(match.perThousand) in 1000  \(degrees.joined(separator: "; "))"
                + "  [\(match.view.marking.rawValue)]"
        }.joined(separator: "\n")
    }
}
