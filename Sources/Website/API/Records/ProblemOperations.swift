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
                    ]))
            ], problems: [404]
        ) { exchange in
            let code = exchange.parameter("code")
            guard code.utf8.count == 4, code.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) }),
                let title = exchange.texts.text("problems.\(code).title")
            else { throw RequestRefusal.notFound }
            let explanation = exchange.texts.text("problems.\(code).text") ?? title
            return Answer.json(
                .members(["code": .text(code), "title": .text(title), "explanation": .text(explanation)])
            ).inLanguage(of: exchange)
        }
    ]
}
