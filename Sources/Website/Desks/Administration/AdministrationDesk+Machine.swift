import Accounts
import HTTPTypes
import Mechanisms
import Publication
import Vocabulary

extension AdministrationDesk {
    /// By whom else people sign in.
    func providerList(_ visit: Visit) throws -> Answer {
        func text(_ key: String) -> String { visit.administration("providers.\(key)") }
        let rows = try accounts.providers().map { provider in
            [
                DeskTable.Value(provider.name), DeskTable.Value(provider.issuer), DeskTable.Value(provider.clientID),
                DeskTable.Value(text(provider.providesSecondFactor ? "provides-factor" : "asks-factor")),
                DeskTable.Value(
                    "", state: ownAddress == nil ? .init(text("unreachable"), .late) : .init(text("used"), .running)),
            ]
        }
        let columns = ["name", "issuer", "client", "factor", "state"].map(text)
        let section = DeskSection(
            "providers", text("title"), note: text(rows.isEmpty ? "none" : ownAddress == nil ? "no-address" : "lead"),
            tables: rows.isEmpty ? [] : [DeskTable(text("title"), columns: columns, rows: rows)])
        return page(text("title"), DeskPage(sections: [section], visit.exchange), visit)
    }

    /// Program, book, ledger and disk.
    func machinePage(_ visit: Visit) throws -> Answer {
        let state = try machine.condition()
        let texts = visit.wording.texts
        func text(_ key: String) -> String { visit.administration("machine.\(key)") }
        func megabytes(_ bytes: Int64) -> String {
            visit.administration("machine.megabytes", ["number": texts.number(Int(bytes / 1_000_000))])
        }
        let free = state.freeBytes
        let isLow = free.map { $0 < max(1_000_000_000, state.registerBytes) } ?? false
        let ledger = DeskSection(
            "ledger", text("ledger"),
            facts: [
                .init(text("position"), texts.number(Int(state.position))),
                .init(
                    text("checkpoint"),
                    state.checkpoint.map {
                        visit.administration(
                            "machine.checkpoint-at",
                            ["event": texts.number(Int($0.event)), "moment": visit.wording.moment($0.at)])
                    } ?? text("no-checkpoint")),
                .init(text("releases"), texts.number(state.releases)),
            ])
        let disk = DeskSection(
            "disk", text("disk"), note: text("backups"),
            facts: [
                .init(text("size"), megabytes(state.registerBytes)),
                .init(
                    text("free"), free.map(megabytes) ?? text("unknown"), state: isLow ? .init(text("low"), .late) : nil
                ),
            ])
        let program = DeskSection(
            "program", text("program"),
            facts: [
                .init(text("version"), state.program), .init(text("book"), state.book),
                .init(text("mechanisms"), texts.number(state.mechanisms)),
            ])
        return page(text("title"), DeskPage(sections: [ledger, disk, program], visit.exchange), visit)
    }
}
