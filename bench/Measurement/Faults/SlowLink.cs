using System.Diagnostics;
using System.Globalization;

namespace Bench.Measurement.Faults;

/// <summary>
/// Whatever is sent to the last node's ports takes 100 ms more for a while: <c>tc</c> delays it on the loopback device, and nothing else there.
/// </summary>
internal sealed class SlowLink : Fault
{
    private const string Device = "lo";
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public override string Id => "slow";

    public override string Title => "The way to a node takes 100 ms more for 10 s (tc netem)";

    // Delays nothing, for no filter leads to it; whatever forbids it forbids the fault.
    public override string? WhyNot
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return "tc is a tool of Linux";
            }

            try
            {
                var why = Prepare();
                Remove();
                return why;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return "tc not found; Debian's package iproute2 has it";
            }
        }
    }

    public override int Hits(int nodes) => nodes;

    public override void Inject(IFaultyCluster cluster)
    {
        try
        {
            _ = Prepare();
            foreach (var port in cluster.PortsOf(Hits(cluster.Nodes)))
            {
                var text = port.ToString(CultureInfo.InvariantCulture);
                Tc(
                    $"filter add dev {Device} parent 1: protocol ip u32 match ip dport {text} 0xffff flowid 1:4"
                );
            }

            Thread.Sleep(s_slow);
        }
        finally
        {
            Remove();
        }
    }

    // Four bands, of which nothing is put into the last but by a filter.
    private static string? Prepare() =>
        Tc($"qdisc add dev {Device} root handle 1: prio bands 4 priomap 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")
        ?? Tc($"qdisc add dev {Device} parent 1:4 handle 40: netem delay 100ms limit 100000");

    private static void Remove() => Tc($"qdisc del dev {Device} root handle 1:");

    private static string? Tc(string arguments)
    {
        using var tc = Process.Start(
            new ProcessStartInfo("tc", arguments)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        var complaint = tc.StandardError.ReadToEndAsync();
        if (!tc.WaitForExit(s_patience))
        {
            tc.Kill();
            return "tc does not answer";
        }

        var said = complaint.GetAwaiter().GetResult().Split('\n')[0].Trim();
        return tc.ExitCode == 0
            ? null
            : $"tc does not allow it here: {said.Replace("Error: ", "", StringComparison.Ordinal).TrimEnd('.')}";
    }
}
