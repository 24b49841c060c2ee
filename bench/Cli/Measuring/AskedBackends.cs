using Bench.Cli.Terminal;
using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>The backends that a run was asked for. With a real one among them all are measured with the cases that are made for that.</summary>
internal sealed class AskedBackends
{
    private readonly IReadOnlyList<string> _names;

    private AskedBackends(IReadOnlyList<string> names) => _names = names;

    /// <summary>True when one of them is not the simulated one.</summary>
    public bool HasReal => _names.Any(name => name != BackendName.Simulated);

    /// <summary>The option that asks for them, with a space before it and without addresses.</summary>
    public string Option => HasReal ? $" --backend {string.Join(',', _names)}" : "";

    /// <param name="options">Names, or <c>name=address</c>: the address is handed on to the models' processes.</param>
    /// <exception cref="UserException">One is unknown.</exception>
    public static AskedBackends Of(IEnumerable<string> options)
    {
        var names = new List<string>();
        foreach (var option in options)
        {
            var (name, address) = option.Trim().Split('=', 2) is [var before, var after]
                ? (before, after)
                : (option.Trim(), null);
            if (name != BackendName.Simulated && !RealBackends.Names.Contains(name))
            {
                throw new UserException(
                    $"--backend: unknown backend '{name}'; there are: {string.Join(", ", RealBackends.Names.Prepend(BackendName.Simulated))}"
                );
            }

            if (address is not null)
            {
                if (name == BackendName.Simulated || !RealBackends.Probe(name).TakesAddress)
                {
                    throw new UserException(
                        $"--backend: {name} takes no address, for it is no server that is there already; leave out what follows its name"
                    );
                }

                Environment.SetEnvironmentVariable(RealBackends.AddressVariable(name), address);
            }

            names.Add(name);
        }

        return new([.. names.Distinct()]);
    }

    /// <summary>Looks whether the real ones can be used here, before anything is measured.</summary>
    /// <exception cref="UserException">One cannot.</exception>
    public void Check()
    {
        foreach (var name in _names.Where(name => name != BackendName.Simulated))
        {
            if (RealBackends.Probe(name).WhyNot(RealBackends.Limit) is { } reason)
            {
                throw new UserException(reason);
            }
        }
    }

    /// <summary>The backends of a plan's cases.</summary>
    public static AskedBackends In(RunManifest manifest) =>
        new([
            .. manifest
                .Cases.Select(planned => planned.Parameters[BackendName.Parameter])
                .OfType<string>()
                .Distinct(),
        ]);

    /// <summary>Lanes on each of the backends; as they are when none is a real one.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="areNamed">Whether their workloads were named; those without a real backend are then no oversight.</param>
    /// <exception cref="UserException">A named workload, or every one, calls nothing that could be real.</exception>
    public IReadOnlyList<Lane> LanesAmong(IReadOnlyList<Lane> lanes, bool areNamed)
    {
        if (!HasReal)
        {
            return lanes;
        }

        var without = Workloads(lanes.Where(lane => !lane.HasRealBackends));
        if (without.Length > 0 && areNamed)
        {
            throw new UserException(
                $"--backend: {without} can be measured without a real backend only; leave --backend or these workloads out"
            );
        }

        List<Lane> able = [.. lanes.Where(lane => lane.HasRealBackends)];
        Talk.Line(
            $"note: on {string.Join(", ", _names)}: {Workloads(able)}; other workloads call no such backend"
        );
        return [.. able.SelectMany(lane => _names.Select(lane.On))];
    }

    private static string Workloads(IEnumerable<Lane> lanes) =>
        string.Join(", ", lanes.Select(lane => lane.Workload.Id).Distinct());
}
