import Testing

#if !LoopbackTests
@Suite(.disabled("they need a server: swift test --traits Generator,AsyncHTTPClient,LoopbackTests"))
struct TransportTests {
    @Test func overLoopback() {}
}
#endif
