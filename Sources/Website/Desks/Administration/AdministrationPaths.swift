import Accounts
import Registry
import Vocabulary

/// Addresses of the administration.
enum AdministrationPaths {
    static let home = "\(HousePaths.home)/administration"
    static let accounts = "\(home)/accounts"
    static let newAccount = "\(home)/new-account"
    static let anyAccount = "\(accounts)/{account}"
    static let organisations = "\(home)/organisations"
    static let providers = "\(home)/providers"
    static let machine = "\(home)/machine"

    static func account(_ id: Account.ID) -> String { "\(accounts)/\(id)" }
    static let anyPost = "\(organisations)/{organisation}/posts/{post}"

    static func organisation(_ id: RecordID) -> String { "\(organisations)/\(id)" }
    static func nomination(_ post: Directory.Post) -> String {
        "\(organisation(post.organisation))/posts/\(post.id)"
    }
}
