import Mechanisms
package import Registry

/// Files as answers, as they came: looked at by kind, size and scanner; each with what may be done with it.
package struct AnsweringFiles: Sendable {
    /// Why a file is not taken.
    package enum Problem: String, Sendable {
        case empty, large, refused, infected, named
    }

    /// By the keys of their questions.
    package private(set) var taken: [String: AnsweredFile] = [:]
    package private(set) var problems: [String: Problem] = [:]

    private static let mark = "f."
    /// Two of the largest files, and what is written beside them: one that is a little too large is told at its question.
    static let body = BodyRule.upload(
        limit: 2 * FileIntake.largest + SealedShelf.mostBytes, fields: SealedShelf.mostBytes)

    static func name(of key: String) -> String { mark + key }

    package init() {}

    /// Those of a form.
    init(_ exchange: Exchange, _ intake: FileIntake) async throws {
        for file in exchange.files where file.field.hasPrefix(AnsweringFiles.mark) {
            let key = String(file.field.dropFirst(AnsweringFiles.mark.count))
            guard file.size <= FileIntake.largest else {
                problems[key] = .large
                continue
            }
            await take(file.name, try await file.bytes(), at: key, intake)
        }
    }

    /// Looks at a file for a question.
    ///
    /// - Parameter name: Without folders.
    package mutating func take(_ name: String, _ bytes: [UInt8], at key: String, _ intake: FileIntake) async {
        let name = String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        guard !bytes.isEmpty else { return problems[key] = .empty }
        guard bytes.count <= FileIntake.largest else { return problems[key] = .large }
        guard FileAnswer.isName(name) else { return problems[key] = .named }
        guard let type = MediaType(of: bytes) else { return problems[key] = .refused }
        let verdict = await intake.verdict(on: bytes)
        guard verdict != .infected else { return problems[key] = .infected }
        let file = GivenFile(name: name, mediaType: type.rawValue, bytes: bytes, disclosure: nil)
        taken[key] = .given(file, isClean: verdict == .clean)
    }

    /// The file of an earlier round once more.
    mutating func reuse(_ earlier: AnsweringSheet.Earlier, at key: String) { taken[key] = .again(earlier) }

    /// Only those that some question asks for.
    func asked(by questions: [Mechanisms.Question]) -> AnsweringFiles {
        let keys = Set(questions.filter { $0.kind == .file }.map(\.key))
        var files = self
        files.taken = taken.filter { keys.contains($0.key) }
        files.problems = problems.filter { keys.contains($0.key) }
        return files
    }
}
