package import Access
import Ledger
package import Mechanisms
package import Vocabulary

/// Organisations, posts and who holds them, as the register has them at one moment.
package struct Directory: Sendable {
    package struct Organisation: Sendable, Hashable {
        package let id: RecordID
        package let name: String
        package let kind: String
        package let supervisor: RecordID?
        package let isActive: Bool
    }

    package struct Post: Sendable, Hashable {
        package let id: RecordID
        package let organisation: RecordID
        package let kind: FunctionKind
        package let title: String?
        package let isOpen: Bool
    }

    /// Leave to act through a post, from one day to another.
    package struct Mandate: Sendable, Hashable {
        package let id: RecordID
        package let post: RecordID
        package let account: String?
        package let holder: String
        package let isMain: Bool
        package let from: CalendarDate
        /// The last day; nil where none is set.
        package let until: CalendarDate?
        package let isHeld: Bool
        /// Whether it waits for a second person to confirm it.
        package let isProposed: Bool

        /// Whether it holds on `day`; the day on which somebody leaves is no day of access any more.
        package func holds(on day: CalendarDate) -> Bool {
            isHeld && from <= day && until.map { day < $0 } ?? true
        }
    }

    /// By id.
    package let organisations: [RecordID: Organisation]
    package let posts: [RecordID: Post]
    package let mandates: [RecordID: Mandate]
    /// Of all these records, as they were read.
    private let versions: [RecordID: Int]

    /// - Parameter states: Records of the mechanisms `organisation`, `function` and `mandate`; others are passed over.
    package init(_ states: some Sequence<RecordState>) {
        var organisations: [RecordID: Organisation] = [:]
        var posts: [RecordID: Post] = [:]
        var mandates: [RecordID: Mandate] = [:]
        var versions: [RecordID: Int] = [:]
        for state in states {
            versions[state.record] = state.version
            switch state.mechanism {
            case "organisation": organisations[state.record] = Organisation(state)
            case "function": posts[state.record] = Post(state)
            case "mandate": mandates[state.record] = Mandate(state)
            default: break
            }
        }
        self.organisations = organisations
        self.posts = posts
        self.mandates = mandates
        self.versions = versions
    }

    /// Mechanisms whose records it is made of.
    package static let mechanisms = ["organisation", "function", "mandate"]

    /// The mandates of an account that hold on `day`, main ones first.
    package func mandates(of account: String, on day: CalendarDate) -> [Mandate] {
        mandates.values.filter { mandate in
            mandate.account == account && mandate.holds(on: day) && posts[mandate.post]?.isOpen == true
        }.sorted { ($0.isMain ? 0 : 1, $0.id) < ($1.isMain ? 0 : 1, $1.id) }
    }

    /// The name of the person behind an account, as their latest mandate has it; nil where there was never one.
    package func holder(of account: String) -> String? {
        mandates.values.filter { $0.account == account }.max { ($0.from, $0.id) < ($1.from, $1.id) }?.holder
    }

    /// Who acts when `account` acts through `mandate` on `day`; nil where the mandate does not hold.
    package func actor(_ account: String, through mandate: RecordID, on day: CalendarDate) -> Actor? {
        guard let held = mandates[mandate], held.account == account, held.holds(on: day), let post = posts[held.post],
            post.isOpen, organisations[post.organisation]?.isActive == true
        else { return nil }
        let supervised = organisations.values.filter { $0.supervisor == post.organisation }.map(\.id)
        return Actor(
            account: account, function: post.kind, organisation: post.organisation, post: post.id, mandate: mandate,
            supervises: supervised.isEmpty ? .nobody : .organisations(Set(supervised)))
    }

    /// In which it was read here; nil where there is no such record.
    func version(of record: RecordID) -> Int? { versions[record] }

    /// That a record is as it was read here.
    func ground(of record: RecordID) -> Ground { .version(record, versions[record]) }

    /// The records that say who acts through a mandate.
    func records(behind mandate: RecordID) -> [RecordID] {
        guard let held = mandates[mandate], let post = posts[held.post] else { return [mandate] }
        let supervised = organisations.values.lazy.filter { $0.supervisor == post.organisation }.map(\.id)
        return [mandate, post.id, post.organisation] + supervised
    }

    /// What it rests on that somebody acts through a mandate: the records that say so, and its last day.
    func grounds(behind mandate: RecordID) -> [Ground] {
        records(behind: mandate).map(ground) + [mandates[mandate]?.until.map(Ground.before)].compactMap(\.self)
    }

    /// Posts that nobody holds on `day`, in the order of their ids.
    package func vacantPosts(on day: CalendarDate) -> [Post] {
        let held = Set(mandates.values.filter { $0.holds(on: day) }.map(\.post))
        return posts.values.filter { $0.isOpen && !held.contains($0.id) }.sorted { $0.id < $1.id }
    }
}

extension Directory.Organisation {
    fileprivate init?(_ state: RecordState) {
        guard case .text(let name)? = state.fields["name"], case .code(let kind)? = state.fields["kind"] else {
            return nil
        }
        let supervisor: RecordID? = if case .link(let id)? = state.fields["supervised-by"] { id } else { nil }
        self.init(
            id: state.record, name: name, kind: kind, supervisor: supervisor, isActive: state.state == "active")
    }
}

extension Directory.Post {
    fileprivate init?(_ state: RecordState) {
        guard case .link(let organisation)? = state.fields["organisation"],
            case .code(let code)? = state.fields["kind"], let kind = FunctionKind(rawValue: code)
        else { return nil }
        let title: String? = if case .text(let text)? = state.fields["title"] { text } else { nil }
        self.init(
            id: state.record, organisation: organisation, kind: kind, title: title, isOpen: state.state == "open")
    }
}

extension Directory.Mandate {
    fileprivate init?(_ state: RecordState) {
        guard case .link(let post)? = state.fields["function"], case .text(let holder)? = state.fields["holder"],
            case .period(let from)? = state.fields["from"]
        else { return nil }
        let account: String? = if case .text(let text)? = state.fields["account"] { text } else { nil }
        let until: CalendarDate? = if case .period(let period)? = state.fields["until"] { period.end } else { nil }
        self.init(
            id: state.record, post: post, account: account, holder: holder,
            isMain: state.fields["rank"] == .code("main"), from: from.start, until: until,
            isHeld: state.state == "held", isProposed: state.state == "proposed")
    }
}
