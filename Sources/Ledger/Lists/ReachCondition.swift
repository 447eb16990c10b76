import Access
import Mechanisms
import Vocabulary

/// A reach in the numbers of derived tables: the one form in which it becomes SQL.
struct ReachCondition: Sendable {
    /// How far it goes without any relation.
    enum Everything: Sendable {
        case nothing, openRecords, allRecords
    }

    /// A relation that suffices, and those through whom it holds.
    struct Clause: Sendable, Hashable {
        let relation: Int64
        let reachesClosed: Bool
        var holders: [Int64]
    }

    let everything: Everything
    let clauses: [Clause]
    let holding: Holding

    init(_ reach: Reach, at now: Timestamp, _ connection: any StoreConnection) throws {
        let holders = try ActorNumbers(reach.actor, connection)
        var everything = Everything.nothing
        var clauses: [Clause] = []
        for clause in reach.clauses {
            if clause.relation == .none || clause.relation == .supervised && holders.supervisesEverybody {
                if clause.reachesClosed {
                    everything = .allRecords
                } else if everything == .nothing {
                    everything = .openRecords
                }
                continue
            }
            let held = holders.holding(clause.relation)
            if held.isEmpty { continue }
            let relation = clause.relation == .supervised ? Relation.ownOrganisation : clause.relation
            clauses.append(Clause(relation: relation.number, reachesClosed: clause.reachesClosed, holders: held))
        }
        self.everything = everything
        self.clauses = Array(Set(clauses)).sorted { ($0.relation, $0.holders.count) < ($1.relation, $1.holders.count) }
        holding = try Holding(at: now, connection)
    }

    var isEmpty: Bool { everything == .nothing && clauses.isEmpty }

    /// Adds the condition on `record`, from ` AND` on.
    func add(to statement: inout ListStatement) {
        if everything == .allRecords { return }
        statement.add(" AND (")
        if everything == .openRecords { statement.add("NOT record.closed") } else { statement.add("FALSE") }
        if !clauses.isEmpty {
            statement.add(" OR EXISTS (SELECT 1 FROM standing WHERE standing.record = record.number AND ")
            holding.add(to: &statement)
            statement.add(" AND (FALSE")
            for clause in clauses {
                statement.add(" OR standing.relation = ", clause.relation, as: "relation")
                statement.add(" AND standing.holder IN (")
                statement.add(clause.holders, as: "holder")
                statement.add(")")
                if !clause.reachesClosed { statement.add(" AND NOT record.closed") }
            }
            statement.add("))")
        }
        statement.add(")")
    }
}

/// Through which words an actor may hold something.
struct ActorNumbers: Sendable {
    private let post: Int64?
    private let organisation: Int64?
    private let account: Int64?
    private let supervised: Set<Int64>
    let supervisesEverybody: Bool

    init(_ actor: Actor, _ connection: any StoreConnection) throws {
        post = try actor.post.flatMap { try WordBook.number(of: $0.description, connection) }
        organisation = try actor.organisation.flatMap { try WordBook.number(of: $0.description, connection) }
        account = try WordBook.number(of: actor.account, connection)
        switch actor.supervises {
        case .nobody: (supervised, supervisesEverybody) = ([], false)
        case .everybody: (supervised, supervisesEverybody) = ([], true)
        case .organisations(let organisations):
            supervised = Set(
                try organisations.compactMap { try WordBook.number(of: $0.description, connection) })
            supervisesEverybody = false
        }
    }

    /// Who must hold a standing for the actor to stand in this relation; none for those that need no standing.
    func holding(_ relation: Relation) -> [Int64] {
        switch relation {
        case .own: [post].compactMap(\.self)
        case .ownOrganisation, .sharedByConsent, .sharedByLaw: [organisation].compactMap(\.self)
        case .supervised: supervised.sorted()
        case .emergency: [account].compactMap(\.self)
        case .none: []
        }
    }

    /// The relations that follow from the standings of a record.
    func relations(_ standings: [(relation: Int64, holder: Int64)]) -> Set<Relation> {
        var relations: Set<Relation> = supervisesEverybody ? [.none, .supervised] : [.none]
        for standing in standings {
            guard let relation = Relation(number: standing.relation) else { continue }
            if holding(relation).contains(standing.holder) { relations.insert(relation) }
            if relation == .ownOrganisation, supervised.contains(standing.holder) { relations.insert(.supervised) }
        }
        return relations
    }
}
