import Mechanisms
import Publication

/// The pages to which the `type` of a problem leads: what a code means and what to do.
enum ProblemOperations {
    static let all = [
        Operation(
            "problem", tag: "book", "/problems/{code}", rule: .anybody, summary: "What the code of a problem means",
            parameters: [.path("code", .text(longest: 4), "The code, such as R101.")],
            outcomes: [
                .init(
                    200, "In the language asked for.",
                    APISchemas.object([
                        ("code", .members(["type": "string"])), ("title", .members(["type": "string"])),
                        ("explanation", .members(["type": "string"])),
                    ])), .init(303, "To the same as a page, for whoever asks for HTML."),
            ], problems: [404]
        ) { exchange in
            let code = exchange.parameter("code")
            guard let meaning = ProblemMeaning(of: code, exchange.texts) else { throw RequestRefusal.notFound }
            // A person who follows the `type` of a problem wants a page.
            if meaning.isForPerson(exchange) { return .redirect(to: ProblemMeaning.path(code)) }
            return Answer.json(
                .members(["code": .text(code), "title": .text(meaning.title), "explanation": .text(meaning.text)])
            ).inLanguage(of: exchange)
        }
    ]
}
