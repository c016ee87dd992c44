import Testing

#if !LoopbackTests
@Suite(.disabled("they need a server: swift test --traits Generator,AsyncHTTPClient,LoopbackTests"))
struct GeneratedClientLoopbackTests {
    @Test func overLoopback() {}
}
#endif
