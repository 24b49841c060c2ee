using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Tests.Backends;

public sealed class SqliteMoneyTests : MoneyContract
{
    protected override Task<ServiceBackend<Payment>> OpenAsync(BackendSetup<Payment> setup) =>
        Task.FromResult(RealBackends.Open("sqlite", setup));
}
