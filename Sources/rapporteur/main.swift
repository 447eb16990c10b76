import Commands
import Foundation

CrashReport.leaveOutMemory()
exit(await Program.main())
