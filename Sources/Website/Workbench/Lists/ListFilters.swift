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
        groups += [ListFilters.whose(question, visit), ListFilters.due(question, wording)].compactMap(\.self)
        var typed: [Typed] = [ListFilters.houses(question, visit)].compactMap(\.self)
        var narrowed: [Choice] = []
        for field in mechanism.listedBy.compactMap({ mechanism.field($0) }) where field.name != mechanism.owner {
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
                        text: wording.filled("list.narrowed", ["field": label, "text": text]), isCurrent: true)
                }
            }
        }
        if let day = question.request.dueBy, question.query["due"].flatMap({ Due(rawValue: $0) }) == nil {
            narrowed.append(
                Choice(
                    href: question.without("due"), text: wording.filled("list.due-by", ["day": wording.texts.day(day)]),
                    isCurrent: true))
        }
        self.groups = groups
        self.typed = typed
        self.narrowed = narrowed
    }

    /// Whose records, as far as the reader's function knows of any in such a way; nil where there is no choice.
    private static func whose(_ question: ListQuestion, _ visit: Visit) -> Group? {
        let reach = visit.registry.policy.reach(
            of: visit.asking.actor, .list, question.mechanism, for: visit.asking.purpose)
        let reached = Set(reach.clauses.map(\.relation)).subtracting(question.mechanism.knowsPosts ? [] : [.own])
        let choices = Whose.allCases.filter { !$0.relations.isDisjoint(with: reached) }.filter {
            $0 != .own || question.mechanism.knowsPosts
        }
        guard choices.count > 1 else { return nil }
        return Group(
            label: visit.wording["list.whose"],
            choices: choices.map { whose in
                Choice(
                    href: question.toggling("whose", whose.rawValue),
                    text: visit.wording["list.whose-\(whose.rawValue)"],
                    isCurrent: question.has("whose", whose.rawValue))
            }, isOpen: true)
    }

    private static func due(_ question: ListQuestion, _ wording: Wording) -> Group? {
        guard !question.mechanism.dueFields.isEmpty else { return nil }
        return Group(
            label: wording["record.due"],
            choices: Due.allCases.map { due in
                Choice(
                    href: question.choosing("due", due.rawValue), text: wording["home.\(due.rawValue)"],
                    isCurrent: question.has("due", due.rawValue))
            }, isOpen: true)
    }

    /// By organisation, for whoever knows records of others: all organisations are offered, whether they have any or not.
    private static func houses(_ question: ListQuestion, _ visit: Visit) -> Typed? {
        guard let owner = question.mechanism.owner, visit.knowsOthers(question.mechanism) else { return nil }
        let name = ListQuestion.filter(owner)
        let houses = visit.registry.directory.organisations
        return Typed(
            label: visit.wording["record.owner"], name: "find.\(owner)", id: "find-\(owner)",
            suggestions: houses.values.filter(\.isActive).map(\.name).sorted().map { Suggestion(text: $0) },
            hidden: question.query.without(["cursor"]).all,
            chosen: question.query.values(of: name).compactMap { value in
                RecordID(value).flatMap { houses[$0]?.name }.map {
                    Choice(href: question.toggling(name, value), text: $0, isCurrent: true)
                }
            }, action: question.unfiltered, isOpen: !question.query.values(of: name).isEmpty)
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
