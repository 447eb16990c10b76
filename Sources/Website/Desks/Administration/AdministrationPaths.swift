import Accounts
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
    static func organisation(_ id: RecordID) -> String { "\(organisations)/\(id)" }
}
