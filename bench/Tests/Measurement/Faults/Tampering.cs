using System.Runtime.CompilerServices;
using Bench.Workloads;

namespace Bench.Tests.Measurement.Faults;

/// <summary>What unsynchronised units could do to a product, done on purpose.</summary>
internal static class Tampering
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Left")]
    public static extern void SetLeft(this Product product, int pieces);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_reservations")]
    public static extern ref List<InventoryRequest> Books(this Product product);
}
