import Access
import HTTPTypes
import Mechanisms
import Vocabulary

/// The book itself: what kinds of records there are, with their fields, states, steps and forms, and the code lists.
/// Anybody may read it: it is printed in the reference.
struct BookOperations: Sendable {
    let book: Book

    var all: [Operation] {
        let mechanisms = Operation(
            "mechanisms", tag: "book", "/mechanisms", rule: .anybody, summary: "The kinds of records",
            outcomes: [.init(200, "In the order of the book, in the language asked for.", mechanismsSchema)]
        ) { exchange in
            let list = book.mechanisms.map { mechanism in
                JSON.members([
                    "name": .text(mechanism.name), "title": text(TextKey.title(mechanism.name), exchange),
                    "chapter": .text(mechanism.chapter.rawValue),
                ])
            }
            return .json(.members(["mechanisms": .array(list)])).inLanguage(of: exchange)
        }
        let lists = Operation(
            "codelists", tag: "book", "/codelists", rule: .anybody, summary: "The code lists",
            outcomes: [.init(200, "By name.", listsSchema)]
        ) { _ in
            let lists = book.codeLists.values.sorted { $0.name < $1.name }.map { list in
                JSON.members(["name": .text(list.name), "version": .text(list.version), "source": .text(list.source)])
            }
            return .json(.members(["codelists": .array(lists)]))
        }
        return [mechanisms, mechanism, lists, codeList]
    }

    private var mechanism: Operation {
        Operation(
            "mechanism", tag: "book", "/mechanisms/{mechanism}", rule: .anybody,
            summary: "One kind of record: fields, states, steps with their forms",
            parameters: [.path("mechanism", .choice(book.mechanisms.map(\.name)), "Its name.")],
            outcomes: [.init(200, "In the language asked for.", mechanismSchema)], problems: [404]
        ) { exchange in
            guard let mechanism = book.mechanism(exchange.parameter("mechanism")) else {
                throw RequestRefusal.notFound
            }
            return .json(describe(mechanism, exchange)).inLanguage(of: exchange)
        }
    }

    private var codeList: Operation {
        Operation(
            "codelist", tag: "book", "/codelists/{list}", rule: .anybody, summary: "One code list with its labels",
            parameters: [.path("list", .choice(book.codeLists.keys.sorted()), "Its name.")],
            outcomes: [.init(200, "In the language asked for.", listSchema)], problems: [404]
        ) { exchange in
            guard let list = book.codeLists[exchange.parameter("list")] else { throw RequestRefusal.notFound }
            let codes = list.codes.map { code in
                JSON.members([
                    "code": .text(code.id), "label": text(TextKey.code(list.name, code.id), exchange),
                    "parent": code.parent.map(JSON.text) ?? .null, "isNational": .boolean(code.isNational),
                    "isRetired": .boolean(code.isRetired),
                ])
            }
            return Answer.json(
                .members([
                    "name": .text(list.name), "version": .text(list.version), "source": .text(list.source),
                    "codes": .array(codes),
                ])
            ).inLanguage(of: exchange)
        }
    }

    private func describe(_ mechanism: Mechanism, _ exchange: Exchange) -> JSON {
        let fields = mechanism.fields.map { field in
            JSON.members([
                "name": .text(field.name), "label": text(TextKey.field(mechanism.name, field.name), exchange),
                "kind": .text(field.kindName), "codeList": field.codeList.map(JSON.text) ?? .null,
                "links": field.linkedMechanism.map(JSON.text) ?? .null,
                "sensitivity": .text("\(field.sensitivity)"), "isRequired": .boolean(field.isRequired),
                "isFilter": .boolean(mechanism.listedBy.contains(field.name)),
            ])
        }
        let states = mechanism.states.map { state in
            JSON.members([
                "name": .text(state), "label": text(TextKey.state(mechanism.name, state), exchange),
                "isClosed": .boolean(mechanism.closedStates.contains(state)),
            ])
        }
        return .members([
            "name": .text(mechanism.name), "title": text(TextKey.title(mechanism.name), exchange),
            "chapter": .text(mechanism.chapter.rawValue), "fields": .array(fields), "states": .array(states),
            "steps": .array(mechanism.transitions.map { describe($0, of: mechanism, exchange) }),
        ])
    }

    private func describe(_ step: Transition, of mechanism: Mechanism, _ exchange: Exchange) -> JSON {
        let form = book.form(for: mechanism.name, transition: step.name, in: exchange.language)
        return .members([
            "name": .text(step.name), "label": text(TextKey.transition(mechanism.name, step.name), exchange),
            "from": .array(step.from.map(JSON.text)), "to": .text(step.to),
            "by": .array(step.by.map(\.rawValue).sorted().map(JSON.text)),
            "isTakenByRegister": .boolean(step.isByRegister),
            "needs": .array((form?.needs ?? []).map(JSON.text)),
            "required": .array((form?.entries.filter(\.isRequired) ?? []).map { .text($0.field) }),
        ])
    }

    private func text(_ key: String, _ exchange: Exchange) -> JSON {
        .text(book.labels.text(key, in: exchange.language))
    }
}

extension Field {
    fileprivate var kindName: String {
        switch kind {
        case .text: "text"
        case .code: "code"
        case .codes: "codes"
        case .period: "period"
        case .integer: "integer"
        case .boolean: "boolean"
        case .link: "link"
        case .links: "links"
        }
    }
}

extension Answer {
    /// The same, saying in which language its labels are.
    func inLanguage(of exchange: Exchange) -> Answer {
        with(.contentLanguage, exchange.language).with(.vary, "Accept-Language")
    }
}
