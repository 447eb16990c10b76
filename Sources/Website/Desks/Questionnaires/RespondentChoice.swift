import Access
import Registry
import Vocabulary

/// Whom a questionnaire can be sent to: a post that answers, or an organisation without one, by a link.
enum RespondentChoice {
    /// - Parameter taken: Organisations that are asked already.
    static func options(
        chosen: Set<String> = [], except taken: Set<RecordID> = [], _ visit: Visit
    ) -> [DeskForm.Option] {
        let directory = visit.registry.directory
        let houses = directory.organisations.values.filter { $0.isActive && !taken.contains($0.id) }
        let posts = Dictionary(
            grouping: directory.posts.values.filter { $0.isOpen && answering.contains($0.kind) }, by: \.organisation)
        return houses.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.flatMap { house in
            let own = (posts[house.id] ?? []).sorted { $0.id < $1.id }.map { post in
                option(
                    post.id, "\(house.name) – \(post.title ?? visit.wording.function(post.kind.rawValue))", chosen)
            }
            return own + [option(house.id, visit.asked("by-link", ["name": house.name]), chosen)]
        }
    }

    private static func option(_ record: RecordID, _ text: String, _ chosen: Set<String>) -> DeskForm.Option {
        DeskForm.Option(record.description, text, isChosen: chosen.contains(record.description))
    }

    private static let answering: Set<FunctionKind> = [
        .caseworker, .competentAuthority, .liaisonOfficer, .coordinator, .rapporteur, .dataProtectionOfficer,
        .respondent,
    ]

    /// Those that were chosen; what is neither a post nor an organisation is passed over.
    static func chosen(_ values: [String], _ directory: Directory) -> [QuestionnaireSending.Respondent] {
        values.compactMap { RecordID($0) }.compactMap { record in
            if let post = directory.posts[record] { return .init(organisation: post.organisation, function: post.id) }
            return directory.organisations[record].map { .init(organisation: $0.id, function: nil) }
        }
    }
}
