import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The filters of a list as links, each with what is chosen marked; long lists of codes by typing.
struct ListFilters: Sendable {
    struct Choice: Sendable {
        let href: String
        let text: String
        let isCurrent: Bool
    }

    struct Group: Sendable {
        let label: String
        let choices: [Choice]
        /// Opened where something of it is chosen, or it is what people filter by first.
        let isOpen: Bool
    }

    struct Typed: Sendable {
        let label: String
        let name: String
        let id: String
        let suggestions: [Suggestion]
        let hidden: [Fields.Field]
        let chosen: [Choice]
        let action: String
        let isOpen: Bool
    }

    struct Suggestion: Sendable {
        let text: String
    }

    let groups: [Group]
    let typed: [Typed]
    /// Links by which the list was narrowed: records, days.
    let narrowed: [Choice]

    /// More codes than this are typed, not listed.
    static let mostLinks = 20

    init(_ question: ListQuestion, _ names: Names, _ visit: Visit) {
        let mechanism = question.mechanism
        let wording = visit.wording
        var groups: [Group] = []
        if mechanism.states.count > 1 {
            let choices = mechanism.states.map { state in
                Choice(
                    href: question.toggling("state", state), text: wording.state(mechanism, state),
                    isCurrent: question.has("state", state))
            }
            groups.append(Group(label: wording["list.state"], choices: choices, isOpen: true))
        }
        if mechanism.standings.contains(where: { $0.rests == .on(.own) && $0.toItself }) {
            let choice = Choice(
                href: question.toggling("own", "1"), text: wording["list.own"], isCurrent: question.has("own", "1"))
            groups.append(Group(label: wording["list.whose"], choices: [choice], isOpen: true))
        }
        var typed: [Typed] = []
        var narrowed: [Choice] = []
        for field in mechanism.listedBy.compactMap({ mechanism.field($0) }) {
            let label = wording.field(mechanism, field.name)
            let name = ListQuestion.filter(field.name)
            let codes = field.codeList.flatMap { visit.book.codeLists[$0] }?.codes ?? []
            if field.codeList != nil, codes.count <= ListFilters.mostLinks {
                groups.append(ListFilters.group(label, name, field, codes, question, wording))
            } else if field.codeList != nil {
                typed.append(ListFilters.typed(label, name, field, codes, question, wording))
            } else {
                narrowed += question.query.values(of: name).map { value in
                    let text = RecordID(value).flatMap { names[$0] } ?? value
                    return Choice(
                        href: question.toggling(name, value),
                        text: wording.filled("list.narrowed", ["field": label, "value": text]), isCurrent: true)
                }
            }
        }
        if let day = question.request.dueBy {
            narrowed.append(
                Choice(
                    href: question.without("due"), text: wording.filled("list.due-by", ["day": wording.texts.day(day)]),
                    isCurrent: true))
        }
        self.groups = groups
        self.typed = typed
        self.narrowed = narrowed
    }

    private static func group(
        _ label: String, _ name: String, _ field: Field, _ codes: [Code], _ question: ListQuestion, _ wording: Wording
    ) -> Group {
        let choices = codes.map { code in
            Choice(
                href: question.toggling(name, code.id), text: wording.code(field.codeList ?? "", code.id),
                isCurrent: question.has(name, code.id))
        }
        return Group(label: label, choices: choices, isOpen: choices.contains(where: \.isCurrent))
    }

    private static func typed(
        _ label: String, _ name: String, _ field: Field, _ codes: [Code], _ question: ListQuestion, _ wording: Wording
    ) -> Typed {
        let list = field.codeList ?? ""
        return Typed(
            label: label, name: "find.\(field.name)", id: "find-\(field.name)",
            suggestions: codes.map { Suggestion(text: wording.code(list, $0.id)) },
            hidden: question.query.without(["cursor"]).all,
            chosen: question.query.values(of: name).map {
                Choice(href: question.toggling(name, $0), text: wording.code(list, $0), isCurrent: true)
            }, action: question.unfiltered, isOpen: !question.query.values(of: name).isEmpty)
    }
}
