import Vocabulary

/// Goes through a book and names everything that would hurt somebody later.
struct BookCheck {
    let book: Book

    func problems() -> [BookFailure.Problem] {
        var problems: [BookFailure.Problem] = []
        var seen: Set<String> = []
        for mechanism in book.mechanisms {
            if !seen.insert(mechanism.name).inserted {
                problems.append(.init(.repeatedName, mechanism: mechanism.name, "two mechanisms have this name"))
            }
            problems += fieldProblems(mechanism)
            problems += stateProblems(mechanism)
            problems += transitionProblems(mechanism)
            problems += standingProblems(mechanism)
            problems += retentionProblems(mechanism)
            problems += textProblems(mechanism)
        }
        return problems + codeTextProblems() + reminderProblems()
    }

    /// A rule for what is never owed is a typing mistake, and somebody believes that it is in force.
    private func reminderProblems() -> [BookFailure.Problem] {
        let owed = Set(book.mechanisms.filter { !$0.dues.isEmpty }.map(\.name)).union(ReminderRule.otherKinds)
        return book.reminders.sorted { $0.key < $1.key }.compactMap { kind, rule in
            let problem =
                owed.contains(kind)
                ? rule.problem(for: kind) : "is owed by nobody; there are: \(owed.sorted().joined(separator: ", "))"
            return problem.map { BookFailure.Problem(.reminder, mechanism: kind, $0) }
        }
    }

    /// Codes that fields offer have a text in every language, those of a country at least in English.
    private func codeTextProblems() -> [BookFailure.Problem] {
        let used = Set(book.mechanisms.flatMap(\.fields).compactMap(\.codeList)).sorted()
        return used.compactMap { book.codeLists[$0] }.flatMap { list in
            list.codes.flatMap { code in
                book.labels.languagesLacking(TextKey.code(list.name, code.id), isNational: code.isNational).map {
                    language in
                    BookFailure.Problem(
                        .missingText, mechanism: list.name, field: code.id,
                        "the code has no text in the language file “\(language)”")
                }
            }
        }
    }

    private func fieldProblems(_ mechanism: Mechanism) -> [BookFailure.Problem] {
        var problems: [BookFailure.Problem] = []
        var seen: Set<String> = []
        for field in mechanism.fields {
            if !seen.insert(field.name).inserted {
                problems.append(.init(.repeatedName, mechanism: mechanism.name, field: field.name, "stands twice"))
            }
            if let list = field.codeList, book.codeLists[list] == nil {
                problems.append(
                    .init(
                        .unknownList, mechanism: mechanism.name, field: field.name,
                        "there is no code list “\(list)”"))
            }
            if let linked = field.linkedMechanism, linked != Field.anyMechanism, book.mechanism(linked) == nil {
                problems.append(
                    .init(
                        .unknownMechanism, mechanism: mechanism.name, field: field.name,
                        "links to “\(linked)”, which is not in the book"))
            }
        }
        if !mechanism.identityFields.isEmpty {
            switch mechanism.subject {
            case .nobody:
                problems.append(
                    .init(.noSubject, mechanism: mechanism.name, "has identity fields but no person to seal them for"))
            case .person(let field) where mechanism.field(field)?.linkedMechanism != "person":
                problems.append(
                    .init(.noSubject, mechanism: mechanism.name, field: field, "is not a link to a person"))
            default: break
            }
        }
        return problems
    }

    /// What owner, standings, lists and due dates speak of must be there.
    private func standingProblems(_ mechanism: Mechanism) -> [BookFailure.Problem] {
        let named =
            mechanism.standings.flatMap(\.fields) + mechanism.titledBy + mechanism.listedBy + mechanism.dueFields
            + [mechanism.owner].compactMap(\.self) + (mechanism.blind?.fields.sorted() ?? [])
        let states = (mechanism.standings.compactMap(\.whileIn) + mechanism.dues.compactMap(\.whileIn))
            .reduce(mechanism.closedStates.union(mechanism.blind?.whileIn ?? [])) { $0.union($1) }
        return Set(named).filter { mechanism.field($0) == nil }.sorted().map {
            .init(
                .unknownField, mechanism: mechanism.name, field: $0,
                "its owner, standings, lists or due dates speak of it, and it is not there")
        }
            + states.subtracting(mechanism.states).sorted().map {
                .init(
                    .state, mechanism: mechanism.name,
                    "its closed states, standings or due dates name the unknown “\($0)”")
            }
            + mechanism.listedBy.filter { mechanism.identityFields.contains($0) }.map {
                .init(
                    .noSubject, mechanism: mechanism.name, field: $0, "names a person and cannot be a column of lists")
            }
    }

    /// Who names persons says how long; a clause speaks of what is there.
    private func retentionProblems(_ mechanism: Mechanism) -> [BookFailure.Problem] {
        var problems: [BookFailure.Problem] = []
        if mechanism.subject != .nobody, !mechanism.identityFields.isEmpty, mechanism.retention.isEmpty {
            problems.append(
                .init(.noRetention, mechanism: mechanism.name, "names persons and does not say how long they are kept"))
        }
        for clause in mechanism.retention {
            if book.clocks[clause.clock] == nil {
                problems.append(
                    .init(
                        .unknownClock, mechanism: mechanism.name,
                        "is kept by the clock “\(clause.clock)”, which is not set"))
            }
            if mechanism.field(clause.clock) != nil
                || mechanism.retention.filter({ $0.clock == clause.clock }).count > 1
            {
                problems.append(
                    .init(.repeatedName, mechanism: mechanism.name, "two things are called “\(clause.clock)”"))
            }
            switch clause.start {
            case .closing where mechanism.closedStates.isEmpty:
                problems.append(
                    .init(.state, mechanism: mechanism.name, "is kept from its closing, and no state of it is closed"))
            case .field(let field) where mechanism.field(field)?.kind != .period:
                problems.append(
                    .init(
                        .unknownField, mechanism: mechanism.name, field: field,
                        "is kept from its last day, and it is no period of this mechanism"))
            default: break
            }
        }
        return problems
    }

    private func stateProblems(_ mechanism: Mechanism) -> [BookFailure.Problem] {
        let declared = Set(mechanism.states)
        var problems = mechanism.transitions.flatMap { transition in
            Set(transition.from + transition.destinations).subtracting(declared).sorted().map { state in
                BookFailure.Problem(
                    .state, mechanism: mechanism.name,
                    "“\(transition.name)” names the state “\(state)”, "
                        + "which is not declared")
            }
        }
        var reached = Set(mechanism.transitions.filter(\.opensRecord).flatMap(\.destinations))
        while true {
            let further = mechanism.transitions.filter { !reached.isDisjoint(with: $0.from) }.flatMap(\.destinations)
            let grown = reached.union(further)
            if grown == reached { break }
            reached = grown
        }
        problems += declared.subtracting(reached).sorted().map {
            .init(.state, mechanism: mechanism.name, "no way leads to the state “\($0)”")
        }
        return problems
    }

    private func transitionProblems(_ mechanism: Mechanism) -> [BookFailure.Problem] {
        var problems: [BookFailure.Problem] = []
        var seen: Set<String> = []
        for transition in mechanism.transitions {
            if !seen.insert(transition.name).inserted {
                problems.append(
                    .init(.repeatedName, mechanism: mechanism.name, "two transitions are called “\(transition.name)”"))
            }
            if transition.by.isEmpty {
                problems.append(
                    .init(.nobodyMay, mechanism: mechanism.name, "nobody may take “\(transition.name)”"))
            }
            let named =
                transition.needs.flatMap(\.fields) + transition.computes.map(\.field)
                + transition.computes.compactMap(\.after) + transition.opens.map(\.forEach)
                + (transition.reads?.fields ?? [])
                + transition.turns.flatMap(\.fields)
            problems += Set(named).filter { mechanism.field($0) == nil }.sorted().map {
                .init(
                    .unknownField, mechanism: mechanism.name, field: $0,
                    "“\(transition.name)” speaks of it, and it is not there")
            }
            problems += transition.computes.filter { book.clocks[$0.clock] == nil }.map {
                .init(
                    .unknownClock, mechanism: mechanism.name, field: $0.field,
                    "counts by the clock “\($0.clock)”, which is not set")
            }
            problems += transition.opens.compactMap(followUpProblem(of: mechanism))
        }
        return problems
    }

    private func followUpProblem(of mechanism: Mechanism) -> (FollowUp) -> BookFailure.Problem? {
        { followUp in
            let opened = book.mechanism(followUp.mechanism)
            let opens = opened?.transition(followUp.transition)?.opensRecord == true
            let links = [followUp.linkingEach, followUp.linkingThis].allSatisfy { opened?.field($0) != nil }
            return opens && links
                ? nil
                : .init(
                    .unknownMechanism, mechanism: mechanism.name,
                    "opens “\(followUp.mechanism)” by “\(followUp.transition)”, which does not fit the book")
        }
    }

    private func textProblems(_ mechanism: Mechanism) -> [BookFailure.Problem] {
        var keys = [TextKey.title(mechanism.name)]
        keys += mechanism.fields.map { TextKey.field(mechanism.name, $0.name) }
        keys += mechanism.states.map { TextKey.state(mechanism.name, $0) }
        keys += mechanism.transitions.map { TextKey.transition(mechanism.name, $0.name) }
        keys += Set(mechanism.transitions.flatMap(\.needs).map { TextKey.guardWord(type(of: $0).key) }).sorted()
        let national = Set(mechanism.fields.filter(\.isNational).map { TextKey.field(mechanism.name, $0.name) })
        return keys.flatMap { key in
            book.labels.languagesLacking(key, isNational: national.contains(key)).map { language in
                .init(.missingText, mechanism: mechanism.name, "no text “\(key)” in the language file “\(language)”")
            }
        }
    }
}
