import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// Contact points, holidays and procedures, as far as the one who asks may read them.
    ///
    /// - Parameters:
    ///   - day: As of which vacancies, tests and procedures are told.
    ///   - issue: As they were when this issue of the manual was entered; nil for now.
    package func contactBook(
        _ asking: Asking, on day: CalendarDate, asOf issue: ContactBook.Issue? = nil
    ) throws -> ContactBook {
        let tests = try contactRecords("contact-test", asking, asOf: issue).compactMap(ContactTest.init)
        let testsOf = Dictionary(grouping: tests, by: \.contact)
        let directory = self.directory
        let contacts = try contactRecords("contact-point", asking, asOf: issue).compactMap(ContactPoint.init)
        let entries = try contacts.map { contact -> ContactBook.Entry in
            let verification = ContactVerification(testsOf[contact.record] ?? [], on: day)
            return ContactBook.Entry(
                contact: contact, organisation: directory.organisations[contact.organisation]?.name ?? "",
                post: contact.post.flatMap { directory.posts[$0] }, verification: verification,
                tester: try verification.test.flatMap { try tester($0, directory) })
        }
        let procedures = try contactRecords("national-procedure", asking, asOf: issue).compactMap {
            ContactBook.Procedure($0, on: day)
        }
        return ContactBook(
            entries: entries.sorted { $0.place < $1.place },
            holidays: Holidays(try contactRecords("holiday", asking, asOf: issue).compactMap(Holiday.init)),
            procedures: procedures.sorted { ($0.country, $0.topic, $0.record) < ($1.country, $1.topic, $1.record) },
            vacant: Set(directory.vacantPosts(on: day).map(\.id)), day: day)
    }

    /// Issues of the manual, the last one first.
    package func contactIssues(_ asking: Asking) throws -> [ContactBook.Issue] {
        let directory = self.directory
        return try readable("contact-manual", asking).compactMap { state -> ContactBook.Issue? in
            guard state.state == "issued", let number = state.text("number"),
                case .period(let day)? = state.fields["issued-on"],
                let position = try ledger.history(of: state.record).first?.sequence
            else { return nil }
            let house = state.link("issued-by").flatMap { directory.organisations[$0]?.name }
            return ContactBook.Issue(
                record: state.record, number: number, organisation: house ?? "", day: day.start,
                remark: state.text("remark"), position: position)
        }.sorted { $0.position > $1.position }
    }

    /// How many contact points were entered, changed or closed since an issue.
    package func contactChanges(since issue: ContactBook.Issue, _ asking: Asking) throws -> Int {
        try readable("contact-point", asking).count { state in
            try ledger.history(of: state.record).contains { $0.sequence > issue.position }
        }
    }

    /// The contacts as they may leave the house: under leave to export, and written down.
    ///
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)``.
    package func contactManual(
        _ asking: Asking, on day: CalendarDate, asOf issue: ContactBook.Issue? = nil
    ) throws -> ContactBook {
        let mechanism = try mechanism("contact-point")
        guard policy.reach(of: asking.actor, .export, mechanism, for: asking.purpose).grant != nil else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .export, mechanism: mechanism.name)
        }
        let book = try contactBook(asking, on: issue?.day ?? day, asOf: issue)
        try writeExport(book.entries.map(\.contact.record), of: mechanism, by: [], asking)
        return book
    }

    /// Records of a mechanism that says nothing above what is open, now or by a place of the ledger.
    private func contactRecords(
        _ name: String, _ asking: Asking, asOf issue: ContactBook.Issue?
    ) throws -> [RecordState] {
        let present = try readable(name, asking)
        guard let issue else { return present }
        return try present.compactMap { try state(of: $0.record, by: issue.position) }
    }

    /// Through which post a test was made.
    private func tester(_ test: ContactTest, _ directory: Directory) throws -> ContactBook.Tester? {
        guard let made = try ledger.history(of: test.record).first else { return nil }
        let entered = try ledger.history(of: test.contact).last { $0.draft.changes["telephone"] != nil }
        return ContactBook.Tester(
            function: made.function,
            organisation: made.organisation.flatMap { RecordID($0) }.flatMap { directory.organisations[$0]?.name },
            isWhoEntered: entered?.account == made.account)
    }
}

extension ContactBook.Entry {
    fileprivate var place: (String, Int, String, RecordID) {
        (contact.country, contact.priority, contact.title, contact.record)
    }
}

extension ContactBook.Procedure {
    /// Nil for one that does not hold on the day.
    fileprivate init?(_ state: RecordState, on date: CalendarDate) {
        guard let country = state.code("country"), let topic = state.code("topic"), let text = state.text("text"),
            case .period(let from)? = state.fields["valid-from"], from.start <= date
        else { return nil }
        if case .period(let until)? = state.fields["valid-until"], until.end < date { return nil }
        self.init(
            record: state.record, country: country, topic: topic, text: text, legalBasis: state.text("legal-basis"),
            validFrom: from.start)
    }
}
