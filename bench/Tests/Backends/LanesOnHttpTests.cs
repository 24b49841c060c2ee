namespace Bench.Tests.Backends;

public sealed class LanesOnHttpTests : LanesOnBackends
{
    protected override string Backend => "http";
}
