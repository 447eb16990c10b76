import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The parts of the page and of the manual.
extension ContactWords {
    /// Who answers, whom to try next, and why the others do not.
    func answers(_ chain: ContactChain) -> DeskSection {
        let entries = Dictionary(book.entries.map { ($0.contact.record, $0) }, uniquingKeysWith: { first, _ in first })
        func told(_ link: ContactChain.Link?) -> String? { link.flatMap { entries[$0.contact.record] }.map(full) }
        var facts: [DeskSection.Fact] = []
        if let now = chain.now {
            facts.append(.init(self["answers"], told(now) ?? "", state: badge(now.standing)))
            facts.append(.init(self["columns.numbers"], numbers(now.contact).joined(separator: " · ")))
            facts.append(.init(self["columns.until"], until(now.standing)))
            facts.append(.init(self["columns.languages"], codes("languages", now.contact.languages)))
            facts.append(.init(self["next"], told(chain.next) ?? self["nobody-else"]))
        } else if let soonest = chain.soonest {
            facts.append(.init(self["soonest"], told(soonest) ?? ""))
            facts.append(.init(self["columns.until"], until(soonest.standing)))
        }
        let rows = chain.links.enumerated().map { place, link -> [DeskTable.Value] in
            let contact = link.contact
            let sender = link.sentBy.flatMap { entries[$0] }.map { filled("sent-by", ["contact": full($0)]) }
            return [
                DeskTable.Value(
                    "\(texts.digits(place + 1)). \(entries[contact.record].map(full) ?? "")",
                    href: WorkbenchPaths.record(contact.record), small: [sender ?? ""]),
                DeskTable.Value("", state: badge(link.standing), small: [until(link.standing)]),
                DeskTable.Value(numbers(contact).first ?? "", small: Array(numbers(contact).dropFirst())),
                DeskTable.Value(
                    codes("languages", contact.languages), small: [link.speaks ? "" : self["not-spoken"]]),
                entries[contact.record].map(tested) ?? DeskTable.Value(""),
            ]
        }
        return DeskSection(
            "answers", self["now"], note: chain.now == nil ? self[rows.isEmpty ? "none" : "nobody"] : "", facts: facts,
            tables: rows.isEmpty
                ? []
                : [
                    DeskTable(
                        self["chain"],
                        columns: ["contact", "standing", "numbers", "languages", "tested"].map {
                            self["columns.\($0)"]
                        },
                        rows: rows)
                ])
    }

    /// How everybody stands where nobody said which state is meant.
    func standing(_ entries: [ContactBook.Entry], at moment: Timestamp) -> DeskSection {
        let rows = inOrder(entries).map { entry -> [DeskTable.Value] in
            let standing = book.standing(of: entry.contact, at: moment)
            return [
                DeskTable.Value(full(entry), href: WorkbenchPaths.record(entry.contact.record)),
                DeskTable.Value(code("countries", entry.contact.country)),
                DeskTable.Value("", state: badge(standing), small: [until(standing)]),
                DeskTable.Value(numbers(entry.contact).first ?? ""),
            ]
        }
        return DeskSection(
            "answers", self["now"], note: self[rows.isEmpty ? "none" : "choose"],
            tables: rows.isEmpty
                ? []
                : [
                    DeskTable(
                        self["title"],
                        columns: ["contact", "state", "standing", "numbers"].map { self["columns.\($0)"] }, rows: rows)
                ])
    }

    /// Everybody with all hours: what a saved page, or a paper, is asked.
    func hours(at moment: Timestamp) -> DeskSection {
        let day = moment.day
        let rows = inOrder(book.entries).map { entry -> [DeskTable.Value] in
            let contact = entry.contact
            let hours = self.hours(contact, from: day)
            let next = contact.next.flatMap(book.entry).map(full)
            return [
                DeskTable.Value(
                    full(entry),
                    small: [
                        entry.post.map(post) ?? "", code("countries", contact.country),
                        codes("contact-tasks", contact.tasks),
                    ]),
                DeskTable.Value(numbers(contact).first ?? "", small: Array(numbers(contact).dropFirst())),
                DeskTable.Value(codes("languages", contact.languages)),
                DeskTable.Value(hours.first ?? "", small: Array(hours.dropFirst())),
                zone(contact, at: moment),
                DeskTable.Value(
                    texts.digits(contact.priority), small: [next.map { filled("then", ["contact": $0]) } ?? ""]),
                tested(entry),
            ]
        }
        return DeskSection(
            "hours", self["all"], note: self[rows.isEmpty ? "none" : "hours-note"],
            tables: rows.isEmpty
                ? []
                : [
                    DeskTable(
                        self["all-caption"],
                        columns: ["contact", "numbers", "languages", "hours", "zone", "order", "tested"].map {
                            self["columns.\($0)"]
                        }, rows: rows)
                ])
    }

    /// Those of a year, of all states.
    func holidays(from day: CalendarDate) -> DeskSection {
        let rows = book.holidays.between(day, and: day.adding(days: 365)).map { date, holiday in
            [
                DeskTable.Value(texts.day(date)), DeskTable.Value(code("countries", holiday.country)),
                DeskTable.Value(name(holiday.name)),
            ]
        }
        return DeskSection(
            "holidays", self["holidays"], note: rows.isEmpty ? self["no-holiday"] : "",
            tables: rows.isEmpty
                ? []
                : [
                    DeskTable(
                        self["holidays-caption"], columns: ["day", "state", "holiday"].map { self["columns.\($0)"] },
                        rows: rows)
                ])
    }

    /// How things are done in each state.
    func procedures() -> DeskSection {
        let rows = book.procedures.map { procedure in
            [
                DeskTable.Value(code("countries", procedure.country)),
                DeskTable.Value(code("procedure-topics", procedure.topic)),
                DeskTable.Value(name(procedure.text), small: [name(procedure.legalBasis ?? "")]),
            ]
        }
        return DeskSection(
            "procedures", self["procedures"], note: rows.isEmpty ? self["no-procedure"] : "",
            tables: rows.isEmpty
                ? []
                : [
                    DeskTable(
                        self["columns.procedure"],
                        columns: ["state", "topic", "procedure"].map { self["columns.\($0)"] }, rows: rows)
                ])
    }

    /// Issues of the manual, and whether the last one is still true.
    func manual(_ issues: [ContactBook.Issue], changed: Int, canPrint: Bool) -> DeskSection {
        let items = issues.enumerated().map { place, issue in
            DeskSection.Item(
                filled("manual.issue", ["number": isolated(issue.number), "day": texts.day(issue.day)]),
                href: canPrint ? ContactsPaths.issue(issue) : nil,
                small: [
                    name(issue.organisation), name(issue.remark ?? ""),
                    place == 0 ? filled("manual.changed", ["count": texts.number(changed)]) : "",
                ])
        }
        return DeskSection(
            "manual", self["manual.all"], note: items.isEmpty ? self["manual.none"] : "", items: items,
            links: canPrint ? [.init(text: self["manual.now"], href: ContactsPaths.manual)] : [])
    }

    /// Lists of whom something goes to.
    func lists(_ heads: [CirculationList.Head], canPrint: Bool) -> DeskSection {
        DeskSection(
            "lists", self["lists.all"], note: heads.isEmpty ? self["lists.none"] : "",
            items: heads.map { head in
                DeskSection.Item(
                    name(head.title), href: canPrint ? ContactsPaths.list(head.record) : nil,
                    small: [
                        texts.day(head.day), codes("function-kinds", head.kinds.map(\.rawValue).sorted()),
                        codes("countries", head.countries),
                    ])
            })
    }

    /// Who is on a list, who is not, and what proves it.
    func members(_ list: CirculationList) -> DeskSection {
        func row(_ member: CirculationList.Member, _ isOn: Bool) -> [DeskTable.Value] {
            let numbers = member.contacts.first.map(self.numbers) ?? []
            return [
                DeskTable.Value(name(member.organisation), small: [member.country.map { code("countries", $0) } ?? ""]),
                DeskTable.Value(post(member.post), state: isOn ? nil : .init(self["standing.vacant"], .late)),
                DeskTable.Value(isOn ? numbers.first ?? "" : "", small: isOn ? Array(numbers.dropFirst()) : []),
            ]
        }
        let rows = list.members.map { row($0, true) } + list.empty.map { row($0, false) }
        return DeskSection(
            "members", self["lists.members"], note: rows.isEmpty ? self["lists.nobody"] : "",
            facts: [
                .init(self["lists.count"], texts.number(list.members.count)),
                .init(self["lists.event"], isolated("\(list.event)")), .init(self["lists.proof"], isolated(list.proof)),
            ],
            tables: rows.isEmpty
                ? []
                : [
                    DeskTable(
                        self["lists.count"],
                        columns: ["organisation", "post", "numbers"].map { self["columns.\($0)"] }, rows: rows)
                ])
    }

    /// By state in the order of the language, then as they are tried.
    private func inOrder(_ entries: [ContactBook.Entry]) -> [ContactBook.Entry] {
        let groups = Dictionary(grouping: entries, by: \.contact.country)
        return texts.alphabetical(groups.keys.sorted(), of: "countries").flatMap { groups[$0] ?? [] }
    }
}
