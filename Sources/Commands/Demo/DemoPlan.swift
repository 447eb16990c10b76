import Access
import Mechanisms
import Vocabulary

/// The bodies of the demo country and their posts: no country there is, and nobody in it.
struct DemoPlan {
    struct House {
        let name: String
        let kind: String
        /// Place in the list of the body that supervises it.
        let supervisor: Int?
        let posts: [FunctionKind]
        let registers: Bool

        init(_ name: String, _ kind: String, supervisor: Int? = nil, posts: [FunctionKind], registers: Bool = true) {
            self.name = name
            self.kind = kind
            self.supervisor = supervisor
            self.posts = posts
            self.registers = registers
        }
    }

    /// Offices that take part and have no post yet: they register nobody, and answer questionnaires by a link.
    static let districts = 15

    /// Twelve bodies of eight kinds with thirty posts.
    static let houses: [House] = [
        House(
            "Office of the Coordinator", "central-government",
            posts: [.coordinator, .coordinator, .dataProtectionOfficer, .systemOperator], registers: false),
        House("Office of the Rapporteur", "central-government", posts: [.rapporteur, .rapporteur], registers: false),
        House(
            "Identification Authority", "central-government",
            posts: [.competentAuthority, .competentAuthority, .competentAuthority, .dataProtectionOfficer]),
        House("Shelter North", "ngo", supervisor: 0, posts: [.caseworker, .caseworker, .dataProtectionOfficer]),
        House("Shelter South", "ngo", supervisor: 0, posts: [.caseworker, .caseworker]),
        House("Helpline", "ngo", supervisor: 0, posts: [.caseworker, .caseworker]),
        House(
            "Police Unit on Trafficking", "law-enforcement",
            posts: [.competentAuthority, .liaisonOfficer, .caseworker, .dataProtectionOfficer]),
        House("Border Service", "immigration-service", posts: [.caseworker, .liaisonOfficer]),
        House("Labour Inspectorate", "local-government", posts: [.caseworker, .caseworker]),
        House("Hospital for Women", "health-service", posts: [.caseworker, .caseworker]),
        House("Legal Aid Centre", "legal-service", posts: [.caseworker, .caseworker]),
        House("International Mission", "international-organisation", posts: [.liaisonOfficer]),
    ]
}
