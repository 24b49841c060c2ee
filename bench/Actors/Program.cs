using Akka.Actor;
using Bench.Measurement.Hosting;

return ModelProcess.Run(typeof(Program).Assembly, args, ActorCell.GetCurrentSelfOrNoSender);
