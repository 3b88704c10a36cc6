"""The pages of the room of learning: registers of learning, actions, remedies and costs, and spikes."""
