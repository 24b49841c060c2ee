using Bench.ClusterLanes;
using Bench.DurableGrains;

return ClusterProgram.Run(typeof(Program).Assembly, args, setup => new DurableNode(setup));
