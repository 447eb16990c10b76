import Access
import HTTPTypes
import Publication
import Registry
import Vocabulary

extension AdministrationDesk {
    /// Organisations at work with how many posts they have, and how many of them nobody holds.
    func organisationList(_ visit: Visit) throws -> Answer {
        let book = PostBook(visit.registry.directory, on: visit.today)
        let houses = book.directory.organisations.values.filter(\.isActive).sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
        let rows = houses.map { house -> [DeskTable.Value] in
            let posts = book.posts(of: house.id)
            let ending = posts.flatMap { book.mandates(of: $0.id) }.count { book.isEndingSoon($0) }
            return [
                DeskTable.Value(house.name, href: AdministrationPaths.organisation(house.id)),
                DeskTable.Value(visit.wording.code("organisation-kinds", house.kind)),
                DeskTable.Value(visit.wording.texts.number(posts.count)),
                DeskTable.Value(visit.wording.texts.number(posts.count { book.isVacant($0.id) })),
                DeskTable.Value(visit.wording.texts.number(ending)),
            ]
        }
        func text(_ key: String) -> String { visit.administration("organisations.\(key)") }
        let columns = ["organisation", "kind", "posts", "vacant", "ending"].map(text)
        let table = DeskTable(text("caption"), columns: columns, rows: rows)
        let new = DeskPage.Link(text: text("new"), href: WorkbenchPaths.new("organisation"))
        return page(
            text("title"),
            DeskPage(actions: [new], sections: [DeskSection("all", text("title"), tables: [table])], visit.exchange),
            visit)
    }

    /// One organisation: its posts, who holds them until when, and what is vacant.
    func organisationPage(_ visit: Visit) throws -> Answer {
        let book = PostBook(visit.registry.directory, on: visit.today)
        guard let id = RecordID(visit.exchange.parameter("organisation")),
            let house = book.directory.organisations[id]
        else { throw RequestRefusal.notFound }
        let posts = book.posts(of: id)
        let names = try Names(of: posts.flatMap { book.mandates(of: $0.id).map(\.id) }, visit)
        let rows = posts.map { row($0, book, names, visit) }
        func text(_ key: String) -> String { visit.administration("organisations.\(key)") }
        let table = DeskTable(
            text("posts-of"), columns: ["post", "holders", "state", "nominate"].map(text), rows: rows)
        let section = DeskSection(
            "posts", text("posts"), note: rows.isEmpty ? text("no-post") : "", tables: rows.isEmpty ? [] : [table],
            links: [
                .init(text: text("new-post"), href: "\(WorkbenchPaths.new("function"))?f.organisation=\(id)"),
                .init(text: text("record"), href: WorkbenchPaths.record(id)),
            ])
        return page(
            house.name, DeskPage(sections: [section], visit.exchange),
            below: [.init(text: text("title"), href: AdministrationPaths.organisations)], visit)
    }

    private func row(
        _ post: Directory.Post, _ book: PostBook, _ names: Names, _ visit: Visit
    ) -> [DeskTable.Value] {
        let mandates = book.mandates(of: post.id)
        let holders = mandates.map { mandate in
            let rank = visit.wording.code("mandate-ranks", mandate.rank)
            let until = mandate.until.map {
                visit.administration("organisations.until", ["day": visit.wording.texts.day($0)])
            }
            return ([names[mandate.id] ?? "", rank] + [until].compactMap(\.self)).joined(separator: " · ")
        }
        let state: DeskPage.Badge =
            if mandates.contains(where: \.isProposed) {
                .init(visit.administration("organisations.is-proposed"), .new)
            } else if book.isVacant(post.id) {
                .init(visit.administration("organisations.is-vacant"), .late)
            } else if mandates.contains(where: { book.isEndingSoon($0) }) {
                .init(visit.administration("organisations.is-ending"), .late)
            } else {
                .init(visit.administration("organisations.is-held"), .running)
            }
        let kind = visit.wording.function(post.kind.rawValue)
        return [
            DeskTable.Value(
                PostBook.title(post.id, book.directory, visit), href: WorkbenchPaths.record(post.id),
                small: post.title == nil ? [] : [kind]),
            DeskTable.Value("", small: holders), DeskTable.Value("", state: state),
            DeskTable.Value(
                visit.administration("organisations.nominate"),
                href: AdministrationPaths.nomination(post)),
        ]
    }
}
