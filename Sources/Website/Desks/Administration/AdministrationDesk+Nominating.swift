import Access
import Accounts
import HTTPTypes
import Publication
import Registry
import Vocabulary

extension AdministrationDesk {
    /// Who is to hold a post: accounts by name, each leading to the mandate's form with the account in it. A mandate
    /// finds its account by an id that nobody can be asked to type.
    func nominationList(_ visit: Visit) throws -> Answer {
        let book = PostBook(visit.registry.directory, on: visit.today)
        guard let id = RecordID(visit.exchange.parameter("post")), let post = book.directory.posts[id],
            let house = book.directory.organisations[post.organisation],
            house.id.description == visit.exchange.parameter("organisation")
        else { throw RequestRefusal.notFound }
        let named = try accounts.all().filter { $0.state != .closed }.sorted {
            ($0.displayName, $0.signInName) < ($1.displayName, $1.signInName)
        }
        func text(_ key: String) -> String { visit.administration("nominating.\(key)") }
        let rows = named.map { account in
            let held = book.mandates(of: account.id.description).filter { $0.holds(on: visit.today) }
            return [
                DeskTable.Value(
                    account.displayName, href: AdministrationPaths.mandate(for: account, of: post, visit),
                    small: [account.signInName]),
                DeskTable.Value(
                    visit.wording.texts.list(held.map { PostBook.title($0.post, book.directory, visit) })),
            ]
        }
        let columns = ["account", "posts"].map { visit.administration("accounts.\($0)") }
        let section = DeskSection(
            "accounts", text("who"), tables: [DeskTable(text("who"), columns: columns, rows: rows)],
            links: [
                .init(text: visit.administration("new.title"), href: AdministrationPaths.newAccount),
                .init(text: text("without"), href: AdministrationPaths.mandate(for: nil, of: post, visit)),
            ])
        return page(
            visit.administration("nominating.title", ["post": PostBook.title(id, book.directory, visit)]),
            DeskPage(sections: [section], visit.exchange),
            below: [
                .init(text: visit.administration("organisations.title"), href: AdministrationPaths.organisations),
                .init(text: house.name, href: AdministrationPaths.organisation(house.id)),
            ],
            visit)
    }
}

extension AdministrationPaths {
    /// The form of a new mandate.
    ///
    /// - Parameters:
    ///   - account: Nil where the holder has none.
    ///   - post: Nil where it is to be chosen; then the mandate is proposed to a second person, which every post allows.
    static func mandate(for account: Account?, of post: Directory.Post?, _ visit: Visit) -> String {
        let isOpened = post.map { !visit.registry.policy.isGivenByTwo($0.kind) } ?? false
        let known = [
            post.map { "f.function=\($0.id)" },
            account.map { "f.account=\($0.id)&f.holder=\(PercentText.encoded($0.displayName))" },
        ].compactMap(\.self)
        return "\(WorkbenchPaths.new("mandate", isOpened ? "open" : "propose"))?\(known.joined(separator: "&"))"
    }
}
